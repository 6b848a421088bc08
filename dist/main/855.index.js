export const id = 855;
export const ids = [855];
export const modules = {

/***/ 6855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   actRun: () => (/* binding */ actRun),
/* harmony export */   asRunner: () => (/* binding */ asRunner)
/* harmony export */ });
/* harmony import */ var _acted_step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2142);
/* harmony import */ var _checkout_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3033);
/* harmony import */ var _described_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6576);
/* harmony import */ var _event_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9590);




/** The longest that git is waited for. */
const GIT_TIMEOUT_MS = 30_000;
/** Makes up the run of a workflow for a ref, and evaluates the inputs of its Tagboat step. Asks git, and no network. @throws {ProblemError} */
async function actRun(commandLine, choice, environment) {
    const { ref = '', ...given } = commandLine.inputs;
    const act = await (0,_acted_step_js__WEBPACK_IMPORTED_MODULE_0__/* .openWorkflow */ .g)({ ...choice, given, question: 'plan' });
    const run = await describeOne(commandLine, choice, { ref, environment });
    const { inputs, env, hasCheckout, loggedIn, rehearsal } = act(run);
    const auths = Object.fromEntries(loggedIn.map((registry) => [registry, {}]));
    const dockerConfig = { file: '', auths, credentialHelpers: {}, credentialStore: undefined, settings: {} };
    return {
        inputs,
        environment: asRunner(environment, { ...env, ...run.variables }),
        acted: { payload: run.payload, hasCheckout, dockerConfig, rehearsal },
    };
}
async function describeOne({ eventFile, eventName }, { inputs }, { ref, environment }) {
    const options = { environment, signal: AbortSignal.timeout(GIT_TIMEOUT_MS) };
    const payload = eventFile === undefined ? undefined : await (0,_event_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readEventFile */ .z)(eventFile);
    const checkout = await (0,_checkout_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .readCheckout */ .b$)(payload, options);
    const sha = await (0,_checkout_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .readCommit */ .kN)(ref, checkout, options);
    return (0,_described_run_js__WEBPACK_IMPORTED_MODULE_3__/* .describeRun */ .v)({ ref, sha, eventName, payload, inputs, checkout });
}
/** The machine's environment with a runner's variables in place of what this machine has of them. */
function asRunner(environment, variables) {
    const own = Object.entries(environment).filter(([name]) => !/^(?:GITHUB_|RUNNER_|ACTIONS_|DOCKER_METADATA_)/.test(name));
    return { ...Object.fromEntries(own), ...variables };
}


/***/ }),

/***/ 2142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ openWorkflow)
});

// EXTERNAL MODULE: ./.build/plan/json.js
var json = __webpack_require__(2040);
// EXTERNAL MODULE: ./.build/plan/problem.js
var plan_problem = __webpack_require__(3323);
// EXTERNAL MODULE: ./.build/plan/registry-auth.js
var registry_auth = __webpack_require__(1232);
;// CONCATENATED MODULE: ./.build/host/workflow/contexts.js
/** What of the `github` context is made when a run starts. */
const RUN_NUMBERS = { run_id: '1', run_number: '1', run_attempt: '1' };
/** Never empty on a runner: here they are where git knows no commit, or no remote named origin. */
const FROM_GIT = ['repository', 'repository_owner', 'sha'];
/** The contexts of a step on a desk; `note` hears of every value that is not really known when an expression uses it. */
function makeContexts(facts, note) {
    const use = (kind, expression, { value = asWord(expression), option = '' } = {}) => {
        note({ expression, kind, value, option });
        return value;
    };
    const unknown = (prefix) => (name) => use('unknown', `${prefix}.${name}`);
    const steps = (prefix, results) => (id) => Object.fromEntries([
        ...results.map((name) => [name, 'success']),
        ['outputs', unknown(`${prefix}.${id}.outputs`)],
    ]);
    const matrix = facts.matrix.isComplete
        ? facts.matrix.values
        : (name) => find(facts.matrix.values, name) ?? use('unknown', `matrix.${name}`, { option: `--matrix ${name}=…` });
    const contexts = {
        github: githubContext(facts, (kind, name, value) => use(kind, `github.${name}`, { value, option: '--event FILE' })),
        vars: (name) => find(facts.vars, name) ?? use('unknown', `vars.${name}`, { option: `--var ${name}=…` }),
        secrets: (name) => (facts.hasSecrets || isToken(name) ? use('stand-in', `secrets.${name}`) : ''),
        inputs: facts.inputs,
        matrix,
        runner: { os: 'Linux', arch: 'X64', environment: 'github-hosted', temp: '/home/runner/work/_temp' },
        job: { status: 'success' },
        strategy: { 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 },
        steps: steps('steps', ['outcome', 'conclusion']),
        needs: steps('needs', ['result']),
    };
    return { ...contexts, env: envContext(facts, contexts, unknown('env')) };
}
function githubContext({ github }, use) {
    const owner = asInput(github.repository_owner);
    const standIns = { ...RUN_NUMBERS, actor: owner, triggering_actor: owner, token: 'github-token' };
    return (name) => {
        const known = find(github, name);
        const standIn = find(standIns, name);
        if (known === undefined && standIn !== undefined)
            return use('stand-in', name.toLowerCase(), standIn);
        return known === '' && FROM_GIT.includes(name.toLowerCase()) ? use('unknown', name.toLowerCase()) : known;
    };
}
/** Each level is evaluated with those around it, and only when it is asked for. */
function envContext({ env, fill }, contexts, unknown) {
    const lookup = (levels) => (name) => {
        const level = levels.findLastIndex((each) => find(each, name) !== undefined);
        if (level < 0)
            return unknown(name);
        return fill(asInput(find(levels[level] ?? {}, name)), { ...contexts, env: lookup(levels.slice(0, level)) });
    };
    return lookup(env);
}
/** A scalar of the workflow as the step gets it. */
function asInput(value) {
    if (value === undefined || value === null)
        return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
/** Names in expressions are the same in any case of letters. */
function find(values, name) {
    const key = Object.keys(values).find((each) => each.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : values[key];
}
function isToken(name) {
    return name.toLowerCase() === 'github_token';
}
/** `secrets.DOCKER_USER` as a word that an image's name, a tag and a label may hold. */
function asWord(expression) {
    return expression
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
}

;// CONCATENATED MODULE: ./.build/host/workflow/declared-inputs.js

/**
 * The `inputs` context: what the event declares, with what was given or its default. There is none on other events.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs
 */
function declareInputs({ triggers }, eventName, given) {
    const event = 'workflow_call' in triggers && !(eventName in triggers) ? 'workflow_call' : eventName;
    const declared = Object.entries((0,json/* asObject */.eB)((0,json/* asObject */.eB)(triggers[event]).inputs));
    return Object.fromEntries(declared.map(([name, input]) => [name, readInput((0,json/* asObject */.eB)(input), given[name])]));
}
function readInput({ type, default: value }, given) {
    if (given === undefined)
        return value ?? (type === 'boolean' ? false : '');
    if (type === 'boolean')
        return given === 'true';
    return type === 'number' ? Number(given) : given;
}

;// CONCATENATED MODULE: ./.build/host/workflow/filled.js


/** Inputs in which a stand-in changes nothing of what is published under which name. */
const LENIENT = [
    'username',
    'password',
    'registry-auth',
    'github-token',
    'secrets',
    'secret-envs',
    'build-args',
    'build-contexts',
    'cache-from',
    'cache-to',
    'labels',
    'annotations',
];
/** Inputs in which a stand-in may change the tags of a ref: in others it shows as itself, or not at all. */
const TAGGING = ['tags', 'flavor', 'ref', 'ref-source', 'version', 'short-sha-length', 'pr-head-sha', 'bake-files', 'targets'];
function mustBeKnown(input, question) {
    return question === 'tags' ? TAGGING.includes(input) : !LENIENT.includes(input);
}
/**
 * Evaluates a `with` or `env`, but for what is `given` otherwise. Names are in lower case, as those of inputs are.
 * @throws {ProblemError} for a malformed expression.
 */
function fillAll(values, facts, { where, given, question }) {
    const wanted = Object.entries(values).filter(([name]) => given[name.toLowerCase()] === undefined);
    const filled = wanted.map(([name, value]) => ({ name: name.toLowerCase(), ...fill(asInput(value), facts, `${where}, ${name}`) }));
    const uses = filled.flatMap(({ name, uses: used }) => used.map((use) => ({ ...use, input: name })));
    const unknown = uses.filter(({ kind, input }) => kind === 'unknown' && mustBeKnown(input, question));
    return {
        texts: Object.fromEntries(filled.map(({ name, text }) => [name, text])),
        standIns: distinctUses(uses).map(({ expression, value, inputs }) => ({ expression, value, inputs })),
        problems: describeUnknown(distinctUses(unknown), where),
    };
}
/** Each expression once, with the inputs that use it. */
function distinctUses(uses) {
    const inputsOf = (expression) => [...new Set(uses.filter((use) => use.expression === expression).map(({ input }) => input))];
    return [...new Map(uses.map((use) => [use.expression, use])).values()].map((use) => ({ ...use, inputs: inputsOf(use.expression) }));
}
/** A line for each value, and one that gives all variables as they are written on the command line. */
function describeUnknown(unknown, where) {
    const lines = unknown.map(({ expression, option, inputs }) => ({
        where: `${where}, ${inputs.join(', ')}`,
        given: expression,
        wrong: 'is not known on a desk',
        accepted: `give ${option === '' ? '' : `${option} or `}${inputs.map((input) => `--${input}`).join(' and ')}`,
    }));
    const variables = unknown.flatMap(({ option }) => /^--var \w+=/.exec(option) ?? []);
    if (variables.length === 0)
        return lines;
    const accepted = `add ${variables.join(' ')} with their values, or as they stand here where the repository has none`;
    return [...lines, { where, wrong: 'lacks variables that CI may have', accepted }];
}
/** One text, and the values that were used in it and are not really known. @throws {ProblemError} for a malformed expression. */
function fill(text, facts, where) {
    if (!text.includes('${{'))
        return { text, uses: [] };
    const uses = [];
    try {
        return {
            text: facts.fill(text, makeContexts(facts, (use) => uses.push(use))),
            uses,
        };
    }
    catch (error) {
        const wrong = `cannot be evaluated (${error instanceof Error ? error.message : String(error)})`;
        throw new plan_problem/* ProblemError */.Mm({ where, given: text, wrong, accepted: 'write expressions as GitHub’s documentation has them' });
    }
}

;// CONCATENATED MODULE: ./.build/host/workflow/find-step.js

const TAGBOAT = /^(?:tagboat\/tagboat@.+|\.\/?)$/i;
/** The workflow's Tagboat step: `uses: tagboat/tagboat@…`, or `./` in Tagboat's own workflows. @throws {ProblemError} listing them where it is not just one. */
function findStep(workflow, choice) {
    const steps = workflow.jobs.flatMap((job) => job.steps.map((step) => ({ job, step })));
    const ours = steps.filter(({ step }) => TAGBOAT.test(step.uses));
    if (ours.length === 0) {
        throw new plan_problem/* ProblemError */.Mm({
            where: '--workflow',
            given: workflow.file,
            wrong: 'has no Tagboat step',
            accepted: 'name a workflow with a step that uses tagboat/tagboat',
        });
    }
    const chosen = ours.filter((each) => isChosen(each, choice));
    const [first, second] = chosen;
    if (first !== undefined && second === undefined)
        return first;
    const options = (chosen.length > 0 ? chosen : ours).map(describeOption).join('; ');
    throw new plan_problem/* ProblemError */.Mm({
        where: '--workflow',
        given: workflow.file,
        wrong: chosen.length > 0 ? `has ${chosen.length} Tagboat steps that could be meant` : 'has no such Tagboat step',
        accepted: `choose with --job and --step: ${options}`,
    });
}
/** `job image, step 2` */
function describeStep({ job, step }) {
    return `job ${job.id}, step ${step.number}`;
}
function isChosen({ job, step }, choice) {
    const names = [step.id, step.name, String(step.number)];
    return (choice.job === undefined || job.id === choice.job) && (choice.step === undefined || names.includes(choice.step));
}
function describeOption({ job, step }) {
    const name = step.id ?? step.name;
    return `--job ${job.id} --step ${step.number}${name === undefined ? '' : ` (${name})`}`;
}

;// CONCATENATED MODULE: ./.build/host/workflow/matrix.js


/**
 * The combinations of `strategy.matrix` as GitHub makes them: the product of the axes, less `exclude`; an `include` joins every
 * combination whose axes it does not contradict, and is one of its own where there is none.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrixinclude
 */
function expandMatrix(matrix) {
    const { include, exclude, ...axes } = matrix;
    const unwanted = (0,json/* asList */.DD)(exclude).map(json/* asObject */.eB);
    const base = multiply(axes).filter((combination) => !unwanted.some((pattern) => agree(combination, pattern, Object.keys(pattern))));
    const extras = (0,json/* asList */.DD)(include).map(json/* asObject */.eB);
    const joins = (extra, combination) => agree(combination, extra, Object.keys(extra).filter((key) => key in axes));
    const joined = base.map(
    // an include may add to what another one added, and never changes an axis
    (combination) => Object.assign({}, combination, ...extras.filter((extra) => joins(extra, combination)), combination));
    return [...joined, ...extras.filter((extra) => !base.some((combination) => joins(extra, combination)))];
}
/**
 * The first combination, or the first that has the wanted values.
 * @throws {ProblemError} listing the combinations where none has them.
 */
function chooseCombination(matrix, wanted) {
    const combinations = expandMatrix(matrix);
    const names = Object.keys(wanted);
    const fits = (combination) => names.every((name) => asScalar(combination[name]) === wanted[name]);
    const values = combinations.find(fits);
    if (values !== undefined)
        return { values, count: combinations.length };
    if (combinations.length === 0 && names.length === 0)
        return { values: {}, count: 0 };
    throw new plan_problem/* ProblemError */.Mm({
        where: '--matrix',
        given: describeCombination(wanted),
        wrong: 'is no combination of the matrix',
        accepted: combinations.length === 0 ? 'the job has no matrix' : `it has ${combinations.map(describeCombination).join('; ')}`,
    });
}
/** `os=linux, arch=arm64` */
function describeCombination(combination) {
    return Object.entries(combination)
        .map(([name, value]) => `${name}=${asScalar(value)}`)
        .join(', ');
}
function multiply(axes) {
    const entries = Object.entries(axes);
    if (entries.length === 0)
        return [];
    return entries.reduce((combinations, [name, values]) => combinations.flatMap((combination) => (0,json/* asList */.DD)(values).map((value) => ({ ...combination, [name]: value }))), [{}]);
}
function agree(combination, pattern, keys) {
    return keys.every((key) => JSON.stringify(combination[key]) === JSON.stringify(pattern[key]));
}
function asScalar(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
}

;// CONCATENATED MODULE: ./.build/host/workflow/trigger-filter.js


/**
 * Why a workflow does not run on an event, by the names and filters of its `on:`; undefined where it does. Filters by path are not looked at.
 * @throws {ProblemError} for a pattern that is none.
 * @param github the `github` context
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore
 */
function refuseTrigger(triggers, github) {
    const event = (0,json/* asText */.e1)(github.event_name) ?? '';
    if ('workflow_call' in triggers)
        return undefined;
    if (!(event in triggers))
        return `the workflow does not run on ${event}`;
    const filters = (0,json/* asObject */.eB)(triggers[event]);
    if (event === 'push')
        return refusePush(filters, (0,json/* asText */.e1)(github.ref) ?? '');
    const base = (0,json/* asText */.e1)(github.base_ref) ?? '';
    if (!event.startsWith('pull_request') || base === '' || passes(filters, 'branches', base) !== false)
        return undefined;
    return `the workflow does not run on pull requests to ${base}`;
}
/** Filters for branches alone keep tags out, and the other way round. */
function refusePush(filters, ref) {
    const isTag = ref.startsWith('refs/tags/');
    const [own, other] = isTag ? ['tags', 'branches'] : ['branches', 'tags'];
    const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
    const isTold = passes(filters, own, name) ?? passes(filters, other, name) === undefined;
    return isTold ? undefined : `the workflow does not run on pushes of ${isTag ? 'tag' : 'branch'} ${name}`;
}
/** Undefined where there is no such filter. */
function passes(filters, kind, name) {
    const wanted = filters[kind];
    const ignored = filters[`${kind}-ignore`];
    if (wanted !== undefined)
        return matchesList(wanted, name);
    return ignored === undefined ? undefined : !matchesList(ignored, name);
}
/** The last pattern that matches decides; one that begins with `!` takes out. */
function matchesList(patterns, name) {
    const list = [patterns, ...(0,json/* asList */.DD)(patterns)].filter((pattern) => typeof pattern === 'string');
    const last = list.findLast((pattern) => toRegExp(pattern.replace(/^!/, '')).test(name));
    return last !== undefined && !last.startsWith('!');
}
/**
 * GitHub's patterns: `*` stops at a slash, `**` does not, `?` and `+` repeat what is before them, `[…]` is one of several.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
function toRegExp(pattern) {
    const source = pattern.replace(/\*\*\/|\*\*|\*|[?+]|\[[^\]]*\]|\\.|./gsu, (part) => {
        if (part === '**/')
            return '(?:.*/)?';
        if (part === '**')
            return '.*';
        if (part === '*')
            return '[^/]*';
        if (part === '?' || part === '+')
            return part;
        return part.startsWith('[') && part.length > 1 ? part : part.replace(/^\\(?=.)/, '').replace(/[\^$.*+?()[\]{}|\\/]/, '\\$&');
    });
    try {
        return new RegExp(`^${source}$`, 'u');
    }
    catch {
        throw new plan_problem/* ProblemError */.Mm({
            where: 'on',
            given: pattern,
            wrong: 'is no pattern',
            accepted: 'write patterns as GitHub’s cheat sheet has them',
        });
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./.build/host/workflow/workflow-file.js



/** Reads a workflow file. @throws {ProblemError} where there is none, or it is no YAML, or has no jobs. */
async function readWorkflowFile(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => {
        throw new plan_problem/* ProblemError */.Mm({ where: '--workflow', given: file, wrong: 'cannot be read', accepted: 'name the file of a workflow' });
    });
    const root = (0,json/* asObject */.eB)(await parseYaml(text, file));
    const jobs = Object.entries((0,json/* asObject */.eB)(root.jobs)).map(([id, job]) => readJob(id, (0,json/* asObject */.eB)(job)));
    if (jobs.length === 0)
        throw new plan_problem/* ProblemError */.Mm({ where: '--workflow', given: file, wrong: 'has no jobs', accepted: 'name the file of a workflow' });
    return { file, name: (0,json/* asText */.e1)(root.name) ?? file, triggers: readTriggers(root.on), env: (0,json/* asObject */.eB)(root.env), jobs };
}
/** The core schema reads scalars as GitHub does: `1.10` is a number there, too. */
async function parseYaml(text, file) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const document = parseDocument(text, { schema: 'core', logLevel: 'silent' });
    const [problem] = document.errors;
    if (problem === undefined)
        return document.toJS(); // the core schema has maps, lists and scalars only
    const line = problem.linePos?.[0].line ?? 1;
    throw new plan_problem/* ProblemError */.Mm({ where: `${file}, line ${line}`, wrong: `is no YAML (${problem.code})`, accepted: 'mend the workflow' });
}
/** `on: push`, `on: [push, pull_request]` and the full form alike. */
function readTriggers(on) {
    const names = [on, ...(0,json/* asList */.DD)(on)].filter((name) => typeof name === 'string');
    return { ...Object.fromEntries(names.map((name) => [name, {}])), ...(0,json/* asObject */.eB)(on) };
}
function readJob(id, job) {
    const steps = (0,json/* asList */.DD)(job.steps).map((step, index) => readStep((0,json/* asObject */.eB)(step), index + 1));
    return { id, if: readCondition(job.if), env: (0,json/* asObject */.eB)(job.env), matrix: (0,json/* asObject */.eB)(job.strategy).matrix, steps };
}
function readStep(step, number) {
    return {
        number,
        id: (0,json/* asText */.e1)(step.id),
        name: (0,json/* asText */.e1)(step.name),
        uses: (0,json/* asText */.e1)(step.uses)?.trim() ?? '',
        if: readCondition(step.if),
        env: (0,json/* asObject */.eB)(step.env),
        with: (0,json/* asObject */.eB)(step.with),
    };
}
function readCondition(value) {
    return typeof value === 'string' && value !== '' ? value : typeof value === 'boolean' ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./.build/host/workflow/acted-step.js










/**
 * Reads the workflow and finds its Tagboat step, once for many runs.
 * @throws {ProblemError} where there is not just one step that is meant; the function it gives, where an expression is malformed or an
 *   input has a value that only CI knows.
 */
async function openWorkflow(options) {
    const [workflow, { fillExpressions }] = await Promise.all([readWorkflowFile(options.file), Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(940)]).then(__webpack_require__.bind(__webpack_require__, 7940))]);
    const found = findStep(workflow, options);
    const { matrix } = found.job;
    const combination = typeof matrix === 'string' ? { values: options.matrix, count: 0 } : chooseCombination((0,json/* asObject */.eB)(matrix), options.matrix);
    const stage = { workflow, found, combination, fillExpressions, options };
    return (run) => actOut(stage, run);
}
function actOut(stage, run) {
    const { workflow, found, options } = stage;
    const facts = makeFacts(stage, run);
    const where = describeStep(found);
    const filled = fillAll(found.step.with, facts, { where, given: options.given, question: options.question });
    if (filled.problems.length > 0)
        throw new plan_problem/* ProblemError */.Mm(filled.problems);
    const before = found.job.steps.filter(({ number }) => number < found.step.number);
    const logins = before.filter(({ uses }) => uses.startsWith('docker/login-action@'));
    return {
        inputs: { 'github-token': TOKEN, ...filled.texts, ...options.given },
        env: fillEnv(facts, where),
        hasCheckout: before.some(({ uses }) => uses.startsWith('actions/checkout@')),
        loggedIn: logins.map((login) => readRegistry(login, facts)),
        rehearsal: {
            file: workflow.file,
            step: where,
            matrix: describeChoice(stage),
            standIns: filled.standIns,
            skipped: findSkip(stage, facts),
        },
    };
}
/** action.yml fills it in where the workflow does not. */
const TOKEN = 'github-token';
/** A fork's pull request gets no secrets. */
function makeFacts({ workflow, found, combination, fillExpressions, options }, { github, payload }) {
    const from = (0,json/* asText */.e1)((0,json/* asObject */.eB)((0,json/* asObject */.eB)((0,json/* asObject */.eB)(payload.pull_request).head).repo).full_name);
    const isFork = github.event_name === 'pull_request' && from !== github.repository;
    return {
        github: { ...github, workflow: workflow.name, job: found.job.id },
        vars: options.vars,
        matrix: { values: combination.values, isComplete: typeof found.job.matrix !== 'string' },
        inputs: declareInputs(workflow, asInput(github.event_name), options.inputs),
        hasSecrets: !isFork,
        env: [workflow.env, found.job.env, found.step.env],
        fill: fillExpressions,
    };
}
/** Asking for each name through the `env` context lets every level see those around it. */
function fillEnv(facts, where) {
    const names = [...new Set(facts.env.flatMap((level) => Object.keys(level)))];
    return Object.fromEntries(names.map((name) => [name, fill(`\${{ env['${name}'] }}`, facts, `${where}, env.${name}`).text]));
}
function readRegistry(login, facts) {
    return (0,registry_auth/* registryHost */.U)(fill(asInput(login.with.registry), facts, `step ${login.number}, registry`).text);
}
/** Why the run does not come to the step, where that is sure. */
function findSkip({ workflow, found }, facts) {
    const { job, step } = found;
    const refused = refuseTrigger(workflow.triggers, facts.github);
    if (refused !== undefined)
        return refused;
    const isFalse = (condition, env) => {
        const source = condition.trim().replace(/^\$\{\{([\s\S]*)\}\}$/, '$1');
        const { text, uses } = fill(`\${{ (${source}) && true }}`, { ...facts, env }, `${describeStep(found)}, if`);
        return text !== 'true' && uses.every(({ kind }) => kind === 'stand-in');
    };
    if (job.if !== undefined && isFalse(job.if, facts.env.slice(0, 1)))
        return `job ${job.id} has if: ${job.if}`;
    return step.if !== undefined && isFalse(step.if, facts.env) ? `the step has if: ${step.if}` : undefined;
}
function describeChoice({ combination: { values, count } }) {
    const chosen = describeCombination(values);
    return count > 1 ? `${chosen} (one of ${count}; --matrix chooses)` : chosen;
}


/***/ }),

/***/ 3033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b$: () => (/* binding */ readCheckout),
/* harmony export */   kN: () => (/* binding */ readCommit)
/* harmony export */ });
/* unused harmony export readRemoteUrl */
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2040);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3404);
/* harmony import */ var _event_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9590);



const GITHUB = 'https://github.com';
/**
 * Asks git. On a runner its variables and event win, so that a table of refs that is checked in CI reads the same there.
 * @param event the payload that the command line names; its repository wins over all.
 */
async function readCheckout(event, options) {
    const { GITHUB_REPOSITORY, GITHUB_SERVER_URL } = options.environment;
    const [url, originHead, head, headRef] = await Promise.all([
        git(['remote', 'get-url', 'origin'], options),
        git(['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'], options),
        git(['rev-parse', '--verify', '--quiet', 'HEAD'], options),
        git(['symbolic-ref', '--quiet', 'HEAD'], options),
    ]);
    const remote = readRemoteUrl(url);
    const known = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)((event ?? (await readRunnerEvent(options.environment))).repository);
    return {
        repository: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(known.full_name) || GITHUB_REPOSITORY || remote?.repository || '',
        serverUrl: GITHUB_SERVER_URL || remote?.serverUrl || GITHUB,
        defaultBranch: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(known.default_branch) ?? (originHead === '' ? undefined : originHead.replace(/^origin\//, '')),
        head,
        headRef,
    };
}
async function readRunnerEvent({ GITHUB_ACTIONS, GITHUB_EVENT_PATH }) {
    return GITHUB_ACTIONS === 'true' && GITHUB_EVENT_PATH ? (0,_event_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readEventFile */ .z)(GITHUB_EVENT_PATH) : {};
}
/** The commit a ref has in this checkout; the one that is checked out where it has none, as for a tag that is yet to be made. */
async function readCommit(ref, { head }, options) {
    const commit = ref === '' ? '' : await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], options);
    return commit || head;
}
/** `git@github.com:owner/name.git`, `ssh://git@host/owner/name` and `https://host/owner/name.git`, with or without credentials in it. */
function readRemoteUrl(url) {
    const [, host, repository] = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+)?[:/]+([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url.trim()) ?? [];
    return host === undefined || repository === undefined ? undefined : { repository, serverUrl: `https://${host}` };
}
async function git(args, { environment, signal }) {
    const result = await (0,_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .runProcess */ .R)({ file: 'git', args, env: environment, signal }).catch(() => undefined); // no git is no answer
    return result?.code === 0 ? result.stdout.trim() : '';
}


/***/ }),

/***/ 6576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ describeRun)
/* harmony export */ });
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2040);

/**
 * The run's contexts and variables.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context
 */
function describeRun(request) {
    const { sha, checkout } = request;
    const ref = findRef(request);
    const eventName = request.eventName ?? nameEvent(ref, request.payload);
    const payload = request.payload ?? makePayload(request, ref, eventName);
    const { head, base } = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.pull_request);
    const repository = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.repository).full_name) ?? checkout.repository;
    const texts = {
        event_name: eventName,
        ref,
        ref_name: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
        ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        sha: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(payload.after) ?? sha,
        repository,
        repository_owner: repository.replace(/\/.*$/, ''),
        head_ref: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(head).ref) ?? '',
        base_ref: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(base).ref) ?? '',
        server_url: checkout.serverUrl,
        api_url: 'https://api.github.com',
        graphql_url: 'https://api.github.com/graphql',
    };
    const variables = Object.entries(texts).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]);
    return { github: { ...texts, event: payload }, payload, variables: { ...Object.fromEntries(variables), GITHUB_ACTIONS: 'true' } };
}
function findRef({ ref, payload, checkout }) {
    if (ref !== '')
        return ref;
    const number = payload?.number;
    if (typeof number === 'number')
        return `refs/pull/${number}/merge`;
    return (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(payload?.ref) ?? checkout.headRef;
}
function nameEvent(ref, payload) {
    if (payload?.pull_request !== undefined || ref.startsWith('refs/pull/'))
        return 'pull_request';
    return payload?.inputs === undefined ? 'push' : 'workflow_dispatch';
}
/** What every event of that name has. A pull request comes from a branch of the repository itself: one that may publish. */
function makePayload({ sha, inputs, checkout }, ref, eventName) {
    const repository = makeRepository(checkout);
    const tag = ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined;
    const number = Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1]);
    const shared = repository === undefined ? {} : { repository };
    if (eventName === 'push')
        return { ...shared, ref, after: sha };
    if (eventName === 'workflow_dispatch')
        return { ...shared, ref, inputs };
    if (eventName === 'release' && tag !== undefined)
        return { ...shared, action: 'published', release: { tag_name: tag } };
    if (Number.isNaN(number))
        return shared;
    const side = (branch) => ({ ref: branch, sha, repo: repository ?? { full_name: '' } });
    return { ...shared, number, pull_request: { number, head: side(`pull-${number}`), base: side(checkout.defaultBranch ?? 'main') } };
}
function makeRepository({ repository, serverUrl, defaultBranch }) {
    if (repository === '')
        return undefined;
    const [login = '', name = ''] = repository.split('/');
    return { name, full_name: repository, html_url: `${serverUrl}/${repository}`, owner: { login }, default_branch: defaultBranch };
}


/***/ })

};
