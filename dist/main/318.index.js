export const id = 318;
export const ids = [318,831];
export const modules = {

/***/ 199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b$: () => (/* binding */ readCheckout),
/* harmony export */   kN: () => (/* binding */ readCommit)
/* harmony export */ });
/* unused harmony export readRemoteUrl */
/* harmony import */ var _git_checkout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8173);
/* harmony import */ var _git_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86);
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5906);
/* harmony import */ var _event_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7596);




const GITHUB = 'https://github.com';
/**
 * Asks git. On a runner its variables and event win, so that a table of refs that is checked in CI reads the same there.
 * @param event the payload that the command line names; its repository wins over all.
 */
async function readCheckout(event, options) {
    const { GITHUB_REPOSITORY, GITHUB_SERVER_URL } = options.environment;
    const checkout = await (0,_git_checkout_js__WEBPACK_IMPORTED_MODULE_0__/* .openCheckout */ .Hj)('.', options);
    const ask = async (...args) => (checkout.kind === 'open' ? ((await checkout.ask(...args)) ?? '') : '');
    const [url, originHead, head, headRef] = await Promise.all([
        ask('config', '--get', 'remote.origin.url'),
        ask('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'),
        ask('rev-parse', '--verify', '--quiet', 'HEAD'),
        ask('symbolic-ref', '--quiet', 'HEAD'),
    ]);
    const remote = readRemoteUrl(url);
    const known = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)((event ?? (await readRunnerEvent(options.environment))).repository);
    return {
        repository: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)(known.full_name) || GITHUB_REPOSITORY || remote?.repository || '',
        serverUrl: GITHUB_SERVER_URL || remote?.serverUrl || GITHUB,
        defaultBranch: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)(known.default_branch) ?? (originHead === '' ? undefined : originHead.replace(/^origin\//, '')),
        head,
        headRef,
    };
}
async function readRunnerEvent({ GITHUB_ACTIONS, GITHUB_EVENT_PATH }) {
    return GITHUB_ACTIONS === 'true' && GITHUB_EVENT_PATH ? (0,_event_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readEventFile */ .z)(GITHUB_EVENT_PATH) : {};
}
/** The commit a ref has in this checkout; the one that is checked out where it has none, as for a tag that is yet to be made. */
async function readCommit(ref, { head }, options) {
    const checkout = ref === '' ? undefined : await (0,_git_checkout_js__WEBPACK_IMPORTED_MODULE_0__/* .openCheckout */ .Hj)('.', options);
    return checkout?.kind === 'open' ? ((await (0,_git_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .readCommitOf */ .Pv)(checkout, ref))?.sha ?? head) : head;
}
/** `git@github.com:owner/name.git`, `ssh://git@host/owner/name` and `https://host/owner/name.git`, with or without credentials in it. */
function readRemoteUrl(url) {
    const [, host, repository] = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+)?[:/]+([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url.trim()) ?? [];
    return host === undefined || repository === undefined ? undefined : { repository, serverUrl: `https://${host}` };
}


/***/ }),

/***/ 4493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ makeContexts),
/* harmony export */   lv: () => (/* binding */ asInput),
/* harmony export */   rg: () => (/* binding */ JOB_TOKENS)
/* harmony export */ });
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1141);

/** What of the `github` context is made when a run starts. */
const RUN_NUMBERS = { run_id: '1', run_number: '1', run_attempt: '1' };
/** @see https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context */
const GITHUB = ('action action_path action_ref action_repository action_status actor actor_id api_url artifact_cache_size_limit base_ref env event event_name ' +
    'event_path graphql_url head_ref job job_workflow_sha output path ref ref_name ref_protected ref_type repository repository_id repository_owner ' +
    'repository_owner_id repository_visibility repositoryurl retention_days run_attempt run_id run_number secret_source server_url sha state ' +
    'step_summary token triggering_actor workflow workflow_ref workflow_sha workspace').split(' ');
/** Never empty on a runner: here they are where git knows no commit, or no remote named origin. */
const FROM_GIT = ['repository', 'repository_owner', 'sha'];
/** What stands for the token of the job, by either of its names. */
const JOB_TOKENS = ['github-token', asWord('secrets.GITHUB_TOKEN')];
/** The contexts of a simulated step; `note` is called for every value that is not really known when an expression uses it. */
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
        const meant = known === undefined && !GITHUB.includes(name.toLowerCase()) ? (0,_plan_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, GITHUB) : undefined;
        if (meant !== undefined)
            use('misspelt', name, `github.${meant}`);
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


/***/ }),

/***/ 7510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ describeRun)
/* harmony export */ });
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5906);

/**
 * The run's contexts and variables.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context
 */
function describeRun(request) {
    const { sha, checkout } = request;
    const ref = findRef(request);
    const eventName = request.eventName ?? nameEvent(ref, request.payload);
    const payload = request.payload ?? makePayload(request, ref, eventName);
    const { head, base } = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.pull_request);
    const repository = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.repository).full_name) ?? checkout.repository;
    const texts = {
        event_name: eventName,
        ref,
        ref_name: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
        ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        sha: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(payload.after) ?? sha,
        repository,
        repository_owner: repository.replace(/\/.*$/, ''),
        head_ref: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(head).ref) ?? '',
        base_ref: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(base).ref) ?? '',
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
    return (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(payload?.ref) ?? checkout.headRef;
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


/***/ }),

/***/ 4318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tellRefs: () => (/* binding */ tellRefs)
});

// EXTERNAL MODULE: ./.build/plan/text/escape.js
var text_escape = __webpack_require__(1731);
// EXTERNAL MODULE: ./.build/plan/text/reference.js
var reference = __webpack_require__(455);
// EXTERNAL MODULE: ./.build/report/explain.js
var explain = __webpack_require__(4506);
;// CONCATENATED MODULE: ./.build/report/refs-table.js



const ARROW = ' -> ';
/** The table: a line a ref, `ref -> tags`, the arrows aligned. With reasons, each line is followed by comments. */
function refsTable(rows, { explain }) {
    const width = widest(rows.map(({ ref }) => ref));
    return rows.flatMap((row) => [
        formatLine(row.ref, describeTags(row), width),
        ...(explain ? [...explainRow(row).map((line) => `#   ${line}`.trimEnd()), '#'] : []),
    ]);
}
/** The rows as data. */
function refsData(rows) {
    return rows.map(({ ref, images, skipped }) => ({
        ref,
        images: images.map(({ target, naming }) => ({
            target,
            tags: skipped === undefined ? naming.tags : [],
            rules: naming.rules,
            latest: naming.latest,
        })),
        ...(skipped === undefined ? {} : { skipped }),
    }));
}
/** The refs of a file: of each line what stands before an arrow; blank lines and those that begin with `#` are passed over. */
function readTable(text) {
    return text.split(/\r?\n/).flatMap((line, index) => {
        const trimmed = line.trim();
        if (trimmed === '' || trimmed.startsWith('#'))
            return [];
        const [ref = '', ...tags] = trimmed.split(/\s+->(?:\s+|$)/);
        return [{ number: index + 1, ref, tags: tags.join(ARROW).replace(/\s+/g, ' ') }];
    });
}
/**
 * How the table differs from what was expected: a title, and of each ref that differs what was expected (`-`) and what it gets (`+`).
 * Empty where nothing differs; spaces and comments do not count.
 * @param expected full refs with their tags
 */
function tableDifference(rows, expected) {
    const now = new Map(rows.map((row) => [(0,text_escape/* plain */.pj)(row.ref), describeTags(row)]));
    const refs = [...new Set([...now.keys(), ...expected.keys()])].filter((ref) => now.get(ref) !== expected.get(ref));
    if (refs.length === 0)
        return [];
    const width = widest(refs);
    const line = (sign, ref, tags) => tags === undefined ? [] : [`${sign} ${formatLine(ref, tags, width)}`];
    return [
        `${(0,text_escape/* count */.U9)(refs.length, 'ref')} of ${now.size} ${refs.length === 1 ? 'differs' : 'differ'} (- expected, + now):`,
        ...refs.flatMap((ref) => [...line('-', ref, expected.get(ref)), ...line('+', ref, now.get(ref))]),
    ];
}
function describeTags({ images, skipped }) {
    if (skipped !== undefined)
        return '(not run)';
    const [only, ...others] = images;
    if (only === undefined)
        return '(no image)';
    if (others.length === 0)
        return describeNames(only.naming);
    return images.map(({ target, naming }) => `${target}: ${describeNames(naming)}`).join(' | ');
}
/** A tag that is for one repository alone stands with it, unless the image's repositories are known by their tags and have the same. */
function describeNames({ images, tags }) {
    if (tags.length === 0)
        return '(no tag)';
    const told = tags.map(({ name, only }) => ({ name, repository: only === undefined ? undefined : (0,reference/* formatRepository */.Sh)(only) }));
    const namesIn = (repository) => told.flatMap((tag) => (tag.repository === repository ? [tag.name] : [])).join(' ');
    const lists = new Set(told.map(({ repository }) => namesIn(repository)));
    const [list = ''] = lists;
    if (images.length === 0 && lists.size === 1)
        return list;
    return told.map(({ name, repository }) => (repository === undefined ? name : `${repository}:${name}`)).join(' ');
}
function explainRow({ images, skipped }) {
    if (skipped !== undefined)
        return [`CI does not come to the step: ${skipped}`];
    return images.flatMap(({ target, naming }) => [...(target === '' ? [] : [`target ${target}`]), ...(0,explain/* explainLines */.b)(naming)]);
}
function formatLine(ref, tags, width) {
    return `${(0,text_escape/* plain */.pj)(ref).padEnd(width)}${ARROW}${tags}`;
}
/** One very long ref does not push the arrows of all others away. */
const WIDEST = 60;
function widest(refs) {
    return Math.min(WIDEST, Math.max(0, ...refs.map((ref) => (0,text_escape/* plain */.pj)(ref).length)));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./.build/facts/bake-files.js + 2 modules
var bake_files = __webpack_require__(3296);
// EXTERNAL MODULE: ./.build/facts/load-libraries.js + 2 modules
var load_libraries = __webpack_require__(1204);
// EXTERNAL MODULE: ./.build/facts/read-request.js + 26 modules
var read_request = __webpack_require__(8546);
// EXTERNAL MODULE: ./.build/plan/inputs/request.js + 8 modules
var inputs_request = __webpack_require__(5567);
// EXTERNAL MODULE: ./.build/plan/naming/make-context.js
var make_context = __webpack_require__(9657);
// EXTERNAL MODULE: ./.build/plan/naming/name-targets.js + 29 modules
var name_targets = __webpack_require__(2723);
// EXTERNAL MODULE: ./.build/plan/text/expand-ref.js
var expand_ref = __webpack_require__(3704);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var text_problem = __webpack_require__(1141);
// EXTERNAL MODULE: ./.build/cli/workflow/checkout-facts.js
var checkout_facts = __webpack_require__(199);
// EXTERNAL MODULE: ./.build/cli/workflow/described-run.js
var described_run = __webpack_require__(7510);
// EXTERNAL MODULE: ./.build/cli/workflow/event-file.js
var event_file = __webpack_require__(7596);
// EXTERNAL MODULE: ./.build/cli/workflow/simulate-run.js
var simulate_run = __webpack_require__(6831);
// EXTERNAL MODULE: ./.build/cli/workflow/simulated-step.js + 8 modules
var simulated_step = __webpack_require__(5787);
;// CONCATENATED MODULE: ./.build/cli/workflow/many-refs.js















/** Commit and clock are the same for all refs and on all days, so that the table is. */
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const TIME = '2001-02-03T04:05:06Z';
/** A table of refs from its file, with full refs; tags are '' where a line has none. @throws {ProblemError} where there is none, and for every line that is no ref. */
async function readRefsFile(file, option) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => {
        throw new text_problem/* ProblemError */.Mm({ where: option, given: file, wrong: 'cannot be read', accepted: 'name a file with one ref per line' });
    });
    const rows = readTable(text);
    if (rows.length === 0)
        throw new text_problem/* ProblemError */.Mm({ where: option, given: file, wrong: 'has no ref', accepted: 'write one ref per line, such as tags/v1.2.3' });
    return (0,text_problem/* collectAll */._U)(rows, ({ number, ref, tags }) => ({ ref: (0,expand_ref/* expandRef */.Y)(ref, `${file}, line ${number}`), tags }));
}
/** Plans every ref: with the inputs given or, where there is a workflow, with those of its step. @throws {ProblemError} with each problem once. */
async function planRefs(refs, commandLine, environment) {
    const { workflow, inputs, eventFile, eventName } = commandLine;
    const event = eventFile === undefined ? undefined : await (0,event_file/* readEventFile */.z)(eventFile);
    const [checkout, act] = await Promise.all([
        (0,checkout_facts/* readCheckout */.b$)(event, { environment, signal: AbortSignal.timeout(TIMEOUT_MS) }),
        workflow === undefined ? undefined : (0,simulated_step/* openWorkflow */.g)({ ...workflow, given: inputs, question: 'tags' }),
    ]);
    const describe = (ref) => (0,described_run/* describeRun */.v)({ ref, sha: COMMIT, eventName, payload: undefined, inputs: workflow?.inputs ?? {}, checkout });
    const planned = collectOnce(refs, (ref) => {
        const run = describe(ref);
        const step = act?.(run) ?? { inputs, env: {}, simulation: undefined };
        const runner = (0,simulate_run.asRunner)(environment, { ...step.env, ...run.variables });
        return { ref, skipped: step.simulation?.skipped, request: readRequest(step.inputs, runner), context: makeRefContext(run, runner) };
    });
    const name = await readDistinct(planned, { environment, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return collectOnce(planned, (plannedRef) => {
        const { ref, skipped, request, context } = plannedRef;
        const wanted = request.early.ref;
        return { ref, skipped, images: name(plannedRef)(wanted === '' ? context : { ...context, ref: wanted }) };
    });
}
/** The longest that git, and then buildx, are waited for. */
const TIMEOUT_MS = 30_000;
/** @throws {ProblemError} for what is wrong with the inputs that the tags follow from. */
function readRequest(inputs, environment) {
    const request = (0,inputs_request/* parseRequest */.T)((0,read_request/* withEnvironment */.E)({ inputs, environment }));
    (0,text_problem/* refuse */.TR)(request.problems.filter(({ where }) => ['inputs', 'ref'].includes(where)));
    return request;
}
function makeRefContext({ payload }, environment) {
    return (0,make_context/* makeContext */.og)({ environment, payload, prHeadSha: false, now: TIME, commitTime: TIME });
}
/** Rules and bake files that do not depend on the ref are read once. */
async function readDistinct(refs, place) {
    const distinct = new Map(refs.map((each) => [keyOf(each), each]));
    const found = [...distinct.values()];
    const loaded = await Promise.all(found.map(async ({ request: { naming, early } }) => ({
        libraries: await (0,load_libraries/* loadLibraries */.k)(naming),
        bake: await (0,bake_files/* readBakeFiles */.z)(early.bake, place),
    })));
    const read = collectOnce(found, ({ request: { naming, early, parseImages } }, index) => {
        const facts = loaded[index];
        if (facts === undefined)
            return [];
        const inputs = { ...naming, images: parseImages(facts.bake?.known ?? []), platforms: early.platforms };
        return [(0,name_targets/* parseNamings */.v)(inputs, facts.libraries, facts.bake)];
    });
    const byKey = new Map([...distinct.keys()].map((key, index) => [key, read[index]?.[0]]));
    return (each) => {
        const name = byKey.get(keyOf(each));
        if (name === undefined)
            throw new Error('a naming that was not read');
        return name;
    };
}
function keyOf({ request: { naming, early, parseImages } }) {
    return JSON.stringify([naming, parseImages('any'), early.platforms, early.bake]);
}
/** As collectAll, but reports a mistake that many refs share once. */
function collectOnce(items, make) {
    try {
        return (0,text_problem/* collectAll */._U)(items, make);
    }
    catch (error) {
        if (!(error instanceof text_problem/* ProblemError */.Mm))
            throw error;
        throw new text_problem/* ProblemError */.Mm([...new Map(error.problems.map((problem) => [(0,text_problem/* describeProblem */.BJ)(problem), problem])).values()]);
    }
}

;// CONCATENATED MODULE: ./.build/cli/workflow/show-refs.js


/** Prints the table of refs, or how it differs from the one expected. @returns the exit status: 1 where it differs. @throws {ProblemError} */
async function tellRefs(commandLine, environment) {
    const { refsFile = '', checkFile, json, explain } = commandLine;
    const refs = await readRefsFile(refsFile, '--refs');
    const expected = checkFile === undefined ? undefined : await readRefsFile(checkFile, '--check');
    const rows = await planRefs(refs.map(({ ref }) => ref), commandLine, environment);
    const difference = expected === undefined ? [] : tableDifference(rows, new Map(expected.map(({ ref, tags }) => [ref, tags])));
    if (json)
        process.stdout.write(`${JSON.stringify({ refs: refsData(rows), difference }, undefined, 2)}\n`);
    else
        printLines(expected === undefined ? refsTable(rows, { explain }) : difference);
    if (difference.length > 0)
        return 1;
    if (expected !== undefined)
        process.stderr.write(`${rows.length} refs get the tags that ${checkFile} says\n`);
    return 0;
}
function printLines(lines) {
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}


/***/ }),

/***/ 6831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   actRun: () => (/* binding */ actRun),
/* harmony export */   asRunner: () => (/* binding */ asRunner)
/* harmony export */ });
/* harmony import */ var _checkout_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(199);
/* harmony import */ var _contexts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4493);
/* harmony import */ var _described_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7510);
/* harmony import */ var _event_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7596);
/* harmony import */ var _simulated_step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5787);





/** The longest that git is waited for. */
const GIT_TIMEOUT_MS = 30_000;
/** Makes up the run of a workflow for a ref, and evaluates the inputs of its Tagboat step. Asks git, and no network. @throws {ProblemError} */
async function actRun(commandLine, choice, environment) {
    const { ref = '', ...given } = commandLine.inputs;
    const act = await (0,_simulated_step_js__WEBPACK_IMPORTED_MODULE_3__/* .openWorkflow */ .g)({ ...choice, given, question: 'plan' });
    const run = await describeOne(commandLine, choice, { ref, environment });
    const { inputs, env, hasCheckout, loggedIn, simulation } = act(run);
    const auths = Object.fromEntries(loggedIn.map(({ registry }) => [registry, {}]));
    const usesJobToken = (registry, own) => {
        const login = [...own, ...loggedIn].find((each) => each.registry === registry);
        return login !== undefined && _contexts_js__WEBPACK_IMPORTED_MODULE_1__/* .JOB_TOKENS */ .rg.includes(login.password);
    };
    return {
        inputs,
        environment: asRunner(environment, { ...env, ...run.variables }),
        simulated: { payload: run.payload, hasCheckout, dockerAuths: auths, simulation, usesJobToken },
    };
}
async function describeOne({ eventFile, eventName }, { inputs }, { ref, environment }) {
    const options = { environment, signal: AbortSignal.timeout(GIT_TIMEOUT_MS) };
    const payload = eventFile === undefined ? undefined : await (0,_event_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readEventFile */ .z)(eventFile);
    const checkout = await (0,_checkout_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .readCheckout */ .b$)(payload, options);
    const sha = await (0,_checkout_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommit */ .kN)(ref, checkout, options);
    return (0,_described_run_js__WEBPACK_IMPORTED_MODULE_4__/* .describeRun */ .v)({ ref, sha, eventName, payload, inputs, checkout });
}
/** The machine's environment with a runner's variables in place of what this machine has of them. */
function asRunner(environment, variables) {
    const own = Object.entries(environment).filter(([name]) => !/^(?:GITHUB_|RUNNER_|ACTIONS_|DOCKER_METADATA_)/.test(name));
    return { ...Object.fromEntries(own), ...variables };
}


/***/ }),

/***/ 5787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ openWorkflow)
});

// EXTERNAL MODULE: ./.build/plan/inputs/registry-auth.js
var registry_auth = __webpack_require__(4296);
// EXTERNAL MODULE: ./.build/plan/text/json.js
var json = __webpack_require__(5906);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var problem = __webpack_require__(1141);
// EXTERNAL MODULE: ./.build/cli/workflow/contexts.js
var contexts = __webpack_require__(4493);
;// CONCATENATED MODULE: ./.build/cli/workflow/declared-inputs.js

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

;// CONCATENATED MODULE: ./.build/cli/workflow/find-step.js

const TAGBOAT = /^(?:tagboat\/tagboat@.+|\.\/?)$/i;
/** The workflow's Tagboat step: `uses: tagboat/tagboat@…`, or `./` in Tagboat's own workflows. @throws {ProblemError} listing them where it is not just one. */
function findStep(workflow, choice) {
    const steps = workflow.jobs.flatMap((job) => job.steps.map((step) => ({ job, step })));
    const ours = steps.filter(({ step }) => TAGBOAT.test(step.uses));
    if (ours.length === 0) {
        throw new problem/* ProblemError */.Mm({
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
    throw new problem/* ProblemError */.Mm({
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

;// CONCATENATED MODULE: ./.build/cli/workflow/job-permissions.js

/**
 * What the job's token may do with packages: the job's permissions stand in the place of the workflow's, and whatever one of them leaves out is none.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
 */
function packagesRight(workflow, job) {
    return readRight(job.source.permissions ?? workflow.source.permissions);
}
function readRight(permissions) {
    if (permissions === undefined || permissions === null)
        return 'default';
    if (typeof permissions === 'string')
        return permissions === 'write-all' ? 'write' : 'read';
    if (typeof permissions !== 'object' || Array.isArray(permissions))
        return 'default'; // GitHub refuses it
    const right = (0,json/* asText */.e1)(permissions.packages); // narrowed above, but for readonly arrays
    return right === 'write' || right === 'read' ? right : 'none';
}

;// CONCATENATED MODULE: ./.build/cli/workflow/matrix.js


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
    throw new problem/* ProblemError */.Mm({
        where: '--matrix',
        given: describeCombination(wanted),
        wrong: 'is not a combination of the matrix',
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

;// CONCATENATED MODULE: ./.build/cli/workflow/placeholders.js


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
 * @throws {ProblemError} for every malformed expression, misspelt name, and value that has to be known and is not.
 */
function fillAll(values, facts, { where, given, question }) {
    const wanted = Object.entries(values).filter(([name]) => given[name.toLowerCase()] === undefined);
    const { values: filled, problems } = (0,problem/* collectValid */.vZ)(wanted, ([name, value]) => ({
        name: name.toLowerCase(),
        ...fill((0,contexts/* asInput */.lv)(value), facts, `${where}, ${name}`),
    }));
    const uses = filled.flatMap(({ name, uses: used }) => used.map((use) => ({ ...use, input: name })));
    const unknown = uses.filter(({ kind, input }) => kind === 'unknown' && mustBeKnown(input, question));
    const misspelt = uses.filter(({ kind }) => kind === 'misspelt');
    (0,problem/* refuse */.TR)([
        ...problems,
        ...distinctUses(misspelt).map((use) => describeMisspelt(use, where)),
        ...describeUnknown(distinctUses(unknown), where),
    ]);
    return {
        texts: Object.fromEntries(filled.map(({ name, text }) => [name, text])),
        standIns: distinctUses(uses).map(({ expression, value, inputs }) => ({ expression, value, inputs })),
    };
}
/** Each expression once, with the inputs that use it. */
function distinctUses(uses) {
    const inputsOf = (expression) => [...new Set(uses.filter((use) => use.expression === expression).map(({ input }) => input))];
    return [...new Map(uses.map((use) => [use.expression, use])).values()].map((use) => ({ ...use, inputs: inputsOf(use.expression) }));
}
/** On GitHub it would be an empty text. */
function describeMisspelt({ expression, value, inputs }, where) {
    const accepted = `did you mean ${value}?`;
    return { where: `${where}, ${inputs.join(', ')}`, given: expression, wrong: 'does not exist, and is empty in CI', accepted };
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
/** @see https://docs.github.com/actions/reference/workflows-and-actions/expressions */
function describeMalformed(error, { where, text }) {
    const errors = error instanceof AggregateError ? error.errors : [error];
    return errors.map((each) => ({
        where,
        given: each instanceof Error && typeof each.cause === 'string' ? each.cause : text,
        wrong: `cannot be evaluated (${each instanceof Error ? each.message : String(each)})`,
        accepted: 'write expressions as GitHub’s documentation has them',
    }));
}
/** One text, and the values that were used in it and are not really known. @throws {ProblemError} for every malformed expression. */
function fill(text, facts, where) {
    if (!text.includes('${{'))
        return { text, uses: [] };
    const uses = [];
    try {
        return {
            text: facts.fill(text, (0,contexts/* makeContexts */.Fn)(facts, (use) => uses.push(use))),
            uses,
        };
    }
    catch (error) {
        throw new problem/* ProblemError */.Mm(describeMalformed(error, { where, text }));
    }
}

;// CONCATENATED MODULE: ./.build/cli/workflow/trigger-filter.js


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
        throw new problem/* ProblemError */.Mm({
            where: 'on',
            given: pattern,
            wrong: 'is not a pattern',
            accepted: 'write patterns as GitHub’s cheat sheet has them',
        });
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./.build/cli/workflow/workflow-file.js



/** Reads a workflow file. @throws {ProblemError} where there is none, or it is no YAML, or has no jobs. */
async function readWorkflowFile(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => {
        throw new problem/* ProblemError */.Mm({ where: '--workflow', given: file, wrong: 'cannot be read', accepted: 'name the file of a workflow' });
    });
    const root = (0,json/* asObject */.eB)(await parseYaml(text, file));
    const jobs = Object.entries((0,json/* asObject */.eB)(root.jobs)).map(([id, job]) => readJob(id, (0,json/* asObject */.eB)(job)));
    if (jobs.length === 0)
        throw new problem/* ProblemError */.Mm({ where: '--workflow', given: file, wrong: 'has no jobs', accepted: 'name the file of a workflow' });
    return { file, name: (0,json/* asText */.e1)(root.name) ?? file, triggers: readTriggers(root.on), env: (0,json/* asObject */.eB)(root.env), source: root, jobs };
}
/** The core schema reads scalars as GitHub does: `1.10` is a number there, too. */
async function parseYaml(text, file) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const document = parseDocument(text, { schema: 'core', logLevel: 'silent' });
    const problems = document.errors.map((error) => describeError(error, file));
    if (problems.length > 0)
        throw new problem/* ProblemError */.Mm(problems);
    return document.toJS(); // the core schema has maps, lists and scalars only
}
function describeError({ code, message, linePos }, file) {
    const where = `${file}, line ${linePos?.[0].line ?? 1}`;
    if (code === 'TAB_AS_INDENT')
        return { where, wrong: 'is indented with a tab', accepted: 'indent with spaces: YAML takes no others' };
    const said = message.replace(/ at line \d+, column \d+:[\s\S]*$/, '');
    return { where, wrong: `is not YAML (${said})`, accepted: 'correct it there, or in the line before' };
}
/** `on: push`, `on: [push, pull_request]` and the full form alike. */
function readTriggers(on) {
    const names = [on, ...(0,json/* asList */.DD)(on)].filter((name) => typeof name === 'string');
    return { ...Object.fromEntries(names.map((name) => [name, {}])), ...(0,json/* asObject */.eB)(on) };
}
function readJob(id, job) {
    const steps = (0,json/* asList */.DD)(job.steps).map((step, index) => readStep((0,json/* asObject */.eB)(step), index + 1));
    return { id, if: readCondition(job.if), env: (0,json/* asObject */.eB)(job.env), matrix: (0,json/* asObject */.eB)(job.strategy).matrix, source: job, steps };
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
        source: step,
    };
}
function readCondition(value) {
    return typeof value === 'string' && value !== '' ? value : typeof value === 'boolean' ? String(value) : undefined;
}

// EXTERNAL MODULE: ./.build/plan/inputs/table.js + 5 modules
var table = __webpack_require__(7443);
;// CONCATENATED MODULE: ./.build/cli/workflow/workflow-mistakes.js




/**
 * The keys that GitHub takes; a workflow with any other does not run.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
 */
const KEYS = {
    workflow: ['on', 'name', 'description', 'run-name', 'defaults', 'env', 'permissions', 'concurrency', 'jobs'],
    job: ('needs if strategy name runs-on timeout-minutes cancel-timeout-minutes continue-on-error container services env environment permissions ' +
        'concurrency outputs defaults steps snapshot').split(' '),
    step: ['name', 'id', 'if', 'continue-on-error', 'timeout-minutes', 'uses', 'with', 'env', 'background'],
    permissions: ('actions artifact-metadata attestations checks code-quality contents copilot-requests deployments discussions drives id-token issues models ' +
        'packages pages pull-requests repository-projects security-events statuses vulnerability-alerts').split(' '),
};
const NEEDED = { workflow: ['on'], job: ['runs-on'] };
/** Why GitHub would refuse the workflow, as far as the step's own surroundings say: the step, its job, and the file. */
function findMistakes(workflow, found) {
    const { job, step } = found;
    const [ofJob, ofStep] = [`job ${job.id}`, describeStep(found)];
    return [
        ...unknownKeys(workflow.source, KEYS.workflow, { where: workflow.file, what: 'a workflow' }),
        ...missingKeys(workflow.source, NEEDED.workflow, workflow.file),
        ...unknownKeys(job.source, KEYS.job, { where: ofJob, what: 'a job' }),
        ...missingKeys(job.source, NEEDED.job, ofJob),
        ...[
            { source: workflow.source, where: workflow.file },
            { source: job.source, where: ofJob },
        ].flatMap(({ source, where }) => unknownKeys((0,json/* asObject */.eB)(source.permissions), KEYS.permissions, { where: `${where}, permissions`, what: 'permissions' })),
        ...unknownKeys(step.source, KEYS.step, { where: ofStep, what: 'a step' }),
        ...foldedInputs(step.source.with, ofStep),
    ];
}
function unknownKeys(source, known, place) {
    return Object.keys(source)
        .filter((key) => !known.includes(key))
        .map((key) => describeKey(key, known, place));
}
function describeKey(given, known, { where, what }) {
    const isInput = what === 'a step' && table/* INPUTS */.m.some(({ name }) => name === given.toLowerCase());
    if (isInput)
        return { where, given, wrong: 'stands beside with, and GitHub refuses the file', accepted: 'indent it, so that it is below with' };
    const hint = (0,problem/* nearest */.pA)(given, known);
    const accepted = hint === undefined ? `known: ${known.join(', ')}` : `did you mean ${hint}?`;
    return { where, given, wrong: `is not a key of ${what}, and GitHub refuses the file`, accepted };
}
function missingKeys(source, needed, where) {
    const missing = needed.filter((key) => source[key] === undefined);
    return missing.map((key) => ({ where, wrong: `has no ${key}, and GitHub refuses the file`, accepted: `add ${key}` }));
}
/** An input is one text. */
function foldedInputs(inputs, where) {
    if (inputs === undefined || inputs === null)
        return [];
    if (typeof inputs !== 'object' || Array.isArray(inputs))
        return [
            {
                where: `${where}, with`,
                wrong: 'is not a mapping, and GitHub refuses the file',
                accepted: 'write one input per line, name: value',
            },
        ];
    const folded = Object.entries((0,json/* asObject */.eB)(inputs)).filter(([, value]) => typeof value === 'object' && value !== null);
    return folded.map(([name, value]) => ({
        where: `${where}, ${name}`,
        wrong: `is a ${Array.isArray(value) ? 'list' : 'mapping'}, and GitHub refuses the file`,
        accepted: `write one text: ${name}: | and one value per line below it, without dashes`,
    }));
}

;// CONCATENATED MODULE: ./.build/cli/workflow/simulated-step.js












/**
 * Reads the workflow and finds its Tagboat step, once for many runs.
 * @throws {ProblemError} where there is not just one step that is meant; the function it gives, where an expression is malformed or an
 *   input has a value that only CI knows.
 */
async function openWorkflow(options) {
    const [workflow, { fillExpressions }] = await Promise.all([readWorkflowFile(options.file), Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(314)]).then(__webpack_require__.bind(__webpack_require__, 3314))]);
    const found = findStep(workflow, options);
    const { matrix } = found.job;
    const combination = typeof matrix === 'string' ? { values: options.matrix, count: 0 } : chooseCombination((0,json/* asObject */.eB)(matrix), options.matrix);
    const stage = { workflow, found, combination, fillExpressions, options };
    return (run) => simulateStep(stage, run);
}
function simulateStep(stage, run) {
    const { workflow, found, options } = stage;
    const facts = makeFacts(stage, run);
    const where = describeStep(found);
    const before = found.job.steps.filter(({ number }) => number < found.step.number);
    const logins = before.filter(({ uses }) => uses.startsWith('docker/login-action@'));
    const { filled, env, loggedIn } = (0,problem/* collect */.Fo)({
        mistakes: () => (0,problem/* refuse */.TR)(findMistakes(workflow, found)),
        filled: () => fillAll(found.step.with, facts, { where, given: options.given, question: options.question }),
        env: () => fillEnv(facts, where),
        loggedIn: () => logins.map((login) => readLogin(login, facts)),
    });
    return {
        inputs: { 'github-token': TOKEN, ...filled.texts, ...options.given },
        env,
        hasCheckout: before.some(({ uses }) => uses.startsWith('actions/checkout@')),
        loggedIn,
        simulation: {
            file: workflow.file,
            step: where,
            matrix: describeChoice(stage),
            standIns: filled.standIns,
            skipped: findSkip(stage, facts),
            packages: packagesRight(workflow, found.job),
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
        inputs: declareInputs(workflow, (0,contexts/* asInput */.lv)(github.event_name), options.inputs),
        hasSecrets: !isFork,
        env: [workflow.env, found.job.env, found.step.env],
        fill: fillExpressions,
    };
}
/** Asking for each name through the `env` context lets every level see those around it. */
function fillEnv(facts, where) {
    const names = [...new Set(facts.env.flatMap((level) => Object.keys(level)))];
    const filled = (0,problem/* collectAll */._U)(names, (name) => [name, fill(`\${{ env['${name}'] }}`, facts, `${where}, env.${name}`).text]);
    return Object.fromEntries(filled);
}
function readLogin(login, facts) {
    const text = (name) => fill((0,contexts/* asInput */.lv)(login.with[name]), facts, `step ${login.number}, ${name}`).text;
    return { registry: (0,registry_auth/* registryHost */.U)(text('registry')), password: text('password') };
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


/***/ })

};
