import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ cleanUpAfterMain)
});

// UNUSED EXPORTS: cleanUp

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./.build/host/child-environment.js

/** The action's inputs and state hold passwords; the two id token variables give out the job's identity; the last one writes its caches. */
const WITHHELD = /^(?:INPUT|STATE)_|^ACTIONS_ID_TOKEN_REQUEST_(?:TOKEN|URL)$|^ACTIONS_RUNTIME_TOKEN$/;
/** What other programs are started with: this process's environment, without what no other program is to have. */
function childEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !WITHHELD.test(name)));
}
/** What buildx needs beside that for a `gha` cache. @see https://docs.docker.com/build/cache/backends/gha/ */
function cacheEnvironment({ ACTIONS_RUNTIME_TOKEN }) {
    return ACTIONS_RUNTIME_TOKEN === undefined ? {} : { ACTIONS_RUNTIME_TOKEN };
}
/** The machine's own facts: where programs, files and engines are. */
const OF_THE_MACHINE = 'PATH HOME USER LOGNAME SHELL HOSTNAME PWD LANG LANGUAGE TZ TERM NO_COLOR TMPDIR TMP TEMP SSH_AUTH_SOCK SSL_CERT_FILE SSL_CERT_DIR ' +
    'DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_CERT_PATH DOCKER_TLS_VERIFY DOCKER_API_VERSION DOCKER_DEFAULT_PLATFORM ' +
    'XDG_CONFIG_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR XDG_DATA_HOME SOURCE_DATE_EPOCH';
/** The variables that GitHub sets for every run. @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
const OF_THE_RUN = 'CI GITHUB_ACTIONS GITHUB_ACTOR GITHUB_API_URL GITHUB_BASE_REF GITHUB_EVENT_NAME GITHUB_HEAD_REF GITHUB_JOB GITHUB_REF GITHUB_REF_NAME ' +
    'GITHUB_REF_TYPE GITHUB_REPOSITORY GITHUB_REPOSITORY_OWNER GITHUB_RUN_ATTEMPT GITHUB_RUN_ID GITHUB_RUN_NUMBER GITHUB_SERVER_URL ' +
    'GITHUB_SHA GITHUB_WORKFLOW GITHUB_WORKSPACE RUNNER_ARCH RUNNER_NAME RUNNER_OS RUNNER_TRACKING_ID';
const SHARED = new Set(`${OF_THE_MACHINE} ${OF_THE_RUN}`.split(' '));
/** Settings of docker's plugins. */
const SHARED_PREFIX = /^(?:LC|BAKE|BUILDX|BUILDKIT|COMPOSE)_/;
const PROXY = /^(?:HTTPS?|ALL|NO)_PROXY$/i;
/** Whether a bake or compose file may read that variable without being given it: it holds a fact, never a secret. */
function isShared(name) {
    return SHARED.has(name) || (SHARED_PREFIX.test(name) && !isSecretName(name)); // BUILDX_BAKE_GIT_AUTH_TOKEN
}
/**
 * What programs are started with that put variables of their environment into what they read, or read what a stranger wrote. A name that is
 * not known to be harmless may be that of a secret, and is left out.
 */
function sharedEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => isShared(name)));
}
/** buildx gives the SSH agent to a build whose context is a Git repository by SSH, though no input asks for it. */
const AGENT = /^(?:SSH_AUTH_SOCK|BUILDX_BAKE_GIT_SSH)$/;
/**
 * What docker is started with to build code that is not to be trusted: the same without the SSH agent, and with the proxies, which may
 * have a password in them but are shown to no file.
 */
function isolatedEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => (isShared(name) && !AGENT.test(name)) || PROXY.test(name)));
}

;// CONCATENATED MODULE: ./.build/host/compose-project.js
/** The arguments of docker that take a stack down, by the name of its compose project, with its volumes. */
function stopArguments({ name }) {
    return ['compose', `--project-name=${name}`, 'down', '--volumes', '--remove-orphans', '--timeout=0'];
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./.build/plan/text/problem.js
/** One or more problems, thrown by the parser that met them and gathered by {@link collect}. */
class problem_ProblemError extends Error {
    name = 'ProblemError';
    problems;
    constructor(problems) {
        const list = Array.isArray(problems) ? problems : [problems]; // Array.isArray does not narrow readonly arrays
        super(list.map(describeProblem).join('\n'));
        this.problems = list;
    }
}
/** `platforms: "linux" is not a platform; write os/architecture.` or `inputs: unknown input "image"; use emulation-image.` */
function describeProblem({ where, given, wrong, accepted }) {
    return `${where}: ${describeWrong(given, wrong)}; ${accepted}${/[.?]$/.test(accepted) ? '' : '.'}`;
}
function describeWrong(given, wrong) {
    if (given === undefined)
        return wrong;
    const quoted = JSON.stringify(given);
    return wrong.startsWith('unknown ') ? `${wrong} ${quoted}` : `${quoted} ${wrong}`;
}
/**
 * Runs every parser and returns their values under the same keys.
 * @throws {ProblemError} with the problems of all of them, in the order of the keys, if any has one.
 */
function collect(parsers) {
    const problems = [];
    const entries = Object.entries(parsers).map(([key, parse]) => [key, attempt(parse, problems)]);
    if (problems.length > 0)
        throw new problem_ProblemError(problems);
    return Object.fromEntries(entries); // every parser returned, so every key holds its own type
}
/** Maps a list as {@link collect} does: all items are tried, the problems of all are thrown together. */
function collectAll(items, parse) {
    const problems = [];
    const values = items.map((item, index) => attempt(() => parse(item, index), problems));
    if (problems.length > 0)
        throw new problem_ProblemError(problems);
    return values; // nothing failed, so no item is undefined by accident
}
/** @throws {ProblemError} where there are some. */
function refuse(problems) {
    if (problems.length > 0)
        throw new problem_ProblemError(problems);
}
/** As {@link collect}, but a parser that fails leaves the usual value, and the problems are given beside the values. */
function collectOr(usual, parsers) {
    const problems = [];
    const read = Object.entries(parsers).map(([key, parse]) => [key, parsed(parse)]);
    for (const [, value] of read)
        if (value instanceof problem_ProblemError)
            problems.push(...value.problems);
    const values = read.filter(([, value]) => !(value instanceof problem_ProblemError));
    return { values: { ...usual, ...Object.fromEntries(values) }, problems };
}
/** As {@link collectAll}, but items that fail are left out, and their problems are given beside the values of the others. */
function collectValid(items, parse) {
    const problems = [];
    const values = items.flatMap((item) => {
        const value = parsed(() => parse(item));
        if (!(value instanceof problem_ProblemError))
            return [value];
        problems.push(...value.problems);
        return [];
    });
    return { values, problems };
}
function attempt(parse, problems) {
    try {
        return parse();
    }
    catch (error) {
        if (!(error instanceof problem_ProblemError))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}
/** What is wrong as a value. */
function parsed(parse) {
    try {
        return parse();
    }
    catch (error) {
        if (error instanceof problem_ProblemError)
            return error;
        throw error;
    }
}
/** What keeps something from being read, as a value: {@link reveal} reports it together with all other mistakes. */
async function orProblem(reading) {
    try {
        return await reading;
    }
    catch (error) {
        if (error instanceof problem_ProblemError)
            return error;
        throw error;
    }
}
/** What was read. @throws {ProblemError} where it could not be. */
function reveal(read) {
    if (read instanceof problem_ProblemError)
        throw read;
    return read;
}
/** What was read; undefined where it could not be. */
function ifRead(read) {
    return read instanceof problem_ProblemError ? undefined : read;
}
/** What is longer is no misspelt name. */
const LONGEST_NAME = 64;
/** The accepted name nearest to the given one (edit distance of at most a third of its length), or undefined. */
function nearest(given, accepted) {
    const limit = Math.max(1, Math.floor(given.length / 3));
    if (given.length > LONGEST_NAME)
        return undefined;
    const ranked = accepted
        .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance);
    const [best] = ranked;
    return best !== undefined && best.distance <= limit ? best.name : undefined;
}
/** Letters to change, add, leave out, or swap with the next one. @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance (optimal string alignment) */
function editDistance(a, b) {
    let before = [];
    let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const swap = isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
            row.push(Math.min(substitution, swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
        }
        [before, previous] = [previous, row];
    }
    return previous[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./.build/host/exec.js



/** How much of each output is kept, from its end. */
const KEPT_CHARACTERS = 1_048_576;
/** From SIGTERM to SIGKILL on cancellation: the runner gives us 10 s in all, we promise 5 (P8). */
const GRACE_MS = 3_000;
/**
 * Runs a program to its end, without a shell, in a process group of its own so that its children end with it.
 * On abort the group gets SIGTERM, and SIGKILL after three seconds.
 * @throws {ProblemError} where arguments or environment are such that no process can have them, and the spawn error where the program is not there (ENOENT).
 */
async function runProcess({ file, args, env, input, onOutput, onStart, signal }) {
    signal.throwIfAborted();
    const child = start({ file, args, env });
    const stdout = keepTail(child.stdout, onOutput);
    const stderr = keepTail(child.stderr, onOutput);
    child.stdin.on('error', () => undefined); // a child may end without reading its input
    child.stdin.end(input ?? '');
    const endGroup = endGroupOnAbort(() => child.pid, signal);
    try {
        if (child.pid !== undefined)
            onStart?.(child.pid);
        const [code, endedBy] = await (0,external_node_events_namespaceObject.once)(child, 'close'); // rejects with the spawn error
        return { code: code ?? undefined, signal: endedBy ?? undefined, stdout: stdout(), stderr: stderr() };
    }
    catch (error) {
        signalGroup(child.pid, 'SIGKILL'); // its result is not awaited any more
        throw error;
    }
    finally {
        endGroup();
    }
}
/** Node's own words for both would show a part of what may be secret. */
function start({ file, args, env }) {
    try {
        return (0,external_node_child_process_namespaceObject.spawn)(file, args, { env, detached: true, stdio: 'pipe' });
    }
    catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
        const end = args.findIndex((arg) => arg.startsWith('-'));
        const where = [file, ...args.slice(0, end < 0 ? undefined : end)].slice(0, 3).join(' ');
        if (code === 'ERR_INVALID_ARG_VALUE') {
            const accepted = 'take it out of the inputs, or of the files that they name';
            throw new problem_ProblemError({ where, wrong: 'would get an argument or a variable with a NUL character', accepted });
        }
        if (code !== 'E2BIG')
            throw error;
        const bytes = [...args, ...Object.entries(env).flat()].reduce((sum, text) => sum + Buffer.byteLength(text ?? '') + 1, 0);
        const accepted = 'shorten build-args, labels and annotations, or put long values into a file of the build context';
        throw new problem_ProblemError({
            where,
            wrong: `would get ${bytes} bytes of arguments and environment, more than this machine allows`,
            accepted,
        });
    }
}
function keepTail(stream, onOutput) {
    let kept = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
        kept = (kept + chunk).slice(-KEPT_CHARACTERS);
        onOutput?.(chunk);
    });
    return () => kept;
}
function endGroupOnAbort(pid, signal) {
    let timer;
    const onAbort = () => {
        signalGroup(pid(), 'SIGTERM');
        timer = setTimeout(() => signalGroup(pid(), 'SIGKILL'), GRACE_MS);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    return () => {
        signal.removeEventListener('abort', onAbort);
        clearTimeout(timer);
    };
}
function signalGroup(pid, name) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, name);
    }
    catch {
        // the group has ended by itself
    }
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./.build/plan/text/json.js
/** The value as an object, or an empty one where it is something else. */
function json_asObject(value) {
    return json_isObject(value) ? value : {};
}
/** The value as a text, or undefined where it is something else. */
function json_asText(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The value as a list, or an empty one where it is something else. */
function asList(value) {
    return Array.isArray(value) ? value : [];
}
/** The object but for these keys. */
function without(object, keys) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
/** Whether the value is an object: neither a list nor null. */
function json_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./.build/host/error-code.js
/** Of a TLS connection whose certificate is not trusted. @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_/;
/** The code that Node gives its errors, such as ECONNREFUSED; '' where there is none. By shape, since errors may come from another realm. */
function error_code_errorCode(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : '';
}
/** Whether the other side closed the connection. */
function wasClosed(error) {
    const code = error_code_errorCode(error);
    return code === 'ECONNRESET' || code === 'EPIPE';
}
function isCertificateCode(code) {
    return CERTIFICATE.test(code);
}

;// CONCATENATED MODULE: ./.build/plan/text/parse-json.js

/** The JSON in a foreign text; undefined where it is none. */
function parse_json_parseJson(text) {
    try {
        return JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text)); // what JSON.parse gives is JSON
    }
    catch {
        return undefined;
    }
}
/** The JSON object in a foreign text; an empty one where it holds something else. */
function parse_json_parseObject(text) {
    return asObject(parse_json_parseJson(text));
}

;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
;// CONCATENATED MODULE: ./.build/docker/credential-helper.js






/** Cloud helpers call their cloud; one that waits for a person would wait for ever. */
const TIMEOUT_MS = 30_000;
/** What helpers say where they know nothing. @see https://github.com/docker/docker-credential-helpers/blob/v0.9.3/credentials/error.go */
const NOT_FOUND = /credentials not found|no credentials|not found in native keychain/i;
/**
 * Asks `docker-credential-<name> get` for a registry's credentials, the way docker does; undefined where it has none.
 * @throws {ProblemError} naming the helper where it is missing, fails, is too slow or answers something else.
 * @see https://github.com/docker/docker-credential-helpers#usage
 */
async function credential_helper_askCredentialHelper(name, server, context) {
    const program = programOf(name);
    const { exitCode, output, errors } = await run(program, { action: 'get', input: server }, context);
    if (exitCode !== 0) {
        if (NOT_FOUND.test(output + errors))
            return undefined;
        throw problem(program, `failed for ${server} with exit status ${exitCode}`, `try it: echo ${server} | ${program} get`);
    }
    const { Username: username, Secret: secret } = parseObject(output);
    if (typeof username !== 'string' || typeof secret !== 'string')
        throw problem(program, 'answered no credentials', 'JSON with Username and Secret is wanted');
    return secret === '' ? undefined : { username, secret };
}
/**
 * Asks `docker-credential-<name> list` for the servers whose credentials it holds.
 * @throws {ProblemError} naming the helper where it is missing, fails, is too slow or answers something else.
 */
async function listCredentialHelper(name, context) {
    const program = programOf(name);
    const { exitCode, output } = await run(program, { action: 'list', input: '' }, context);
    const held = exitCode === 0 ? parseJson(output) : undefined;
    if (!isObject(held))
        throw problem(program, `does not say what it holds (exit status ${exitCode})`, `try it: ${program} list`);
    return Object.keys(held);
}
function programOf(name) {
    const program = `docker-credential-${name}`;
    if (/^[A-Za-z0-9._-]{1,100}$/.test(name))
        return program;
    throw problem(program, 'is not the name of a credential helper', 'the docker config names it without path');
}
async function run(program, { action, input }, { environment, signal, file }) {
    const limit = AbortSignal.timeout(TIMEOUT_MS);
    try {
        const child = spawn(program, [action], {
            env: { ...environment },
            signal: AbortSignal.any([signal, limit]),
            stdio: ['pipe', 'pipe', 'pipe'],
        });
        const ended = new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('close', (code) => resolve(code ?? -1));
        });
        child.stdin.on('error', () => undefined); // a helper may end without having read
        child.stdin.end(input);
        const [exitCode, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
        return { exitCode, output, errors };
    }
    catch (error) {
        signal.throwIfAborted();
        if (limit.aborted)
            throw problem(program, `gave no answer in ${TIMEOUT_MS / 1000} s`, 'a helper that answers without a person is wanted');
        const code = errorCode(error) || String(error);
        const wrong = code === 'ENOENT' ? 'is not on the PATH' : `cannot be run (${code})`;
        throw problem(program, wrong, `install it, or take it out of credHelpers and credsStore in ${file}`);
    }
}
function problem(program, wrong, accepted) {
    return new ProblemError({ where: 'docker config', given: program, wrong, accepted });
}

;// CONCATENATED MODULE: ./.build/docker/config.js









/** A user name that no account has: helpers say so where the secret is an identity token. */
const TOKEN_USER = '<token>';
/** Where the user's docker configuration lies. @see https://docs.docker.com/reference/cli/docker/#environment-variables */
function dockerConfigFolder({ DOCKER_CONFIG, HOME }) {
    return DOCKER_CONFIG || external_node_path_namespaceObject.join(HOME || external_node_os_namespaceObject.homedir(), '.docker');
}
/** A configuration that knows these logins, and nothing else. */
function configWith(auths) {
    return { file: '', auths, credentialHelpers: {}, credentialStore: undefined, settings: {}, problem: undefined };
}
/**
 * Reads `$DOCKER_CONFIG/config.json` or `~/.docker/config.json`, for all that is asked of it: logins, context, plugins, settings. No file, and one
 * that cannot be read, are an empty configuration.
 */
async function readDockerConfig(environment) {
    const file = external_node_path_namespaceObject.join(dockerConfigFolder(environment), 'config.json');
    const { data, wrong } = await readData(file);
    return {
        file,
        auths: json_asObject(data.auths),
        credentialHelpers: json_asObject(data.credHelpers),
        credentialStore: json_asText(data.credsStore),
        settings: data,
        problem: wrong === undefined ? undefined : configProblem(file, wrong),
    };
}
/**
 * The credentials docker would use for a registry (`docker.io`, `ghcr.io`, `localhost:5000`): its helper's, the store's, or those in the file.
 * @throws {ProblemError} where the configuration or an entry of it cannot be read, or a helper is missing or fails.
 */
async function findCredentials(config, registry, context) {
    if (config.problem !== undefined)
        throw new ProblemError(config.problem);
    const helper = asText(entryFor(config.credentialHelpers, registry)) ?? config.credentialStore;
    if (helper !== undefined && helper !== '') {
        const answer = await askCredentialHelper(helper, configKey(registry), { ...context, file: config.file });
        if (answer !== undefined)
            return fromHelper(answer);
    }
    return readEntry(asObject(entryFor(config.auths, registry)), { file: config.file, registry });
}
function fromHelper({ username, secret }) {
    return username === TOKEN_USER ? { kind: 'identity-token', token: secret } : { kind: 'password', username, password: secret };
}
/** The entry for that host: written just so, or with a scheme or a path around it, as older dockers and other tools do. */
function entryFor(entries, registry) {
    const exact = entries[configKey(registry)];
    const similar = Object.keys(entries).find((key) => canonicalHost(key) === canonicalHost(registry));
    return exact ?? (similar === undefined ? undefined : entries[similar]);
}
function readEntry(entry, place) {
    const token = asText(entry.identitytoken) ?? '';
    if (token !== '')
        return { kind: 'identity-token', token };
    const auth = asText(entry.auth) ?? '';
    if (auth !== '')
        return decodeAuth(auth, place);
    const username = asText(entry.username) ?? '';
    return username === '' ? undefined : { kind: 'password', username, password: asText(entry.password) ?? '' };
}
/** base64 of `user:password`; docker pads with NUL. */
function decodeAuth(auth, { file, registry }) {
    const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = decoded.indexOf(':');
    if (colon > 0)
        return { kind: 'password', username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
    throw new ProblemError({
        where: `${file}, auths, ${registry}`,
        wrong: 'the value of "auth" cannot be read',
        accepted: 'log in to this registry again: base64 of user:password is wanted',
    });
}
async function readData(file) {
    try {
        return parseConfig(await (0,promises_namespaceObject.readFile)(file, 'utf8'));
    }
    catch (error) {
        const code = error_code_errorCode(error) || String(error);
        return code === 'ENOENT' || code === 'ENOTDIR' ? { data: {} } : { data: {}, wrong: `cannot be read (${code})` };
    }
}
function parseConfig(text) {
    if (text.trim() === '')
        return { data: {} }; // docker takes an empty file as an empty configuration
    const data = parse_json_parseJson(text);
    return json_isObject(data) ? { data } : { data: {}, wrong: 'is not a JSON object' };
}
function configProblem(file, wrong) {
    return {
        where: 'docker config',
        given: file,
        wrong,
        accepted: 'mend it, or give credentials in registry-auth and set DOCKER_CONFIG to an empty folder',
    };
}

;// CONCATENATED MODULE: ./.build/docker/buildx.js




const PLUGIN = 'docker-buildx';
/** Where docker looks for plugins after the user's own, in its order. @see https://docs.docker.com/engine/extend/cli_plugins/ */
const SYSTEM_FOLDERS = [
    '/usr/local/lib/docker/cli-plugins',
    '/usr/local/libexec/docker/cli-plugins',
    '/usr/lib/docker/cli-plugins',
    '/usr/libexec/docker/cli-plugins',
];
/** Looks for docker and buildx. Nothing is started. */
async function findPrograms({ environment, config, systemFolders = SYSTEM_FOLDERS }) {
    const searchPath = (environment.PATH ?? '').split(external_node_path_namespaceObject.delimiter);
    const extra = asList(config.settings.cliPluginsExtraDirs).flatMap((folder) => json_asText(folder) ?? []);
    const folders = [external_node_path_namespaceObject.join(dockerConfigFolder(environment), 'cli-plugins'), ...extra, ...systemFolders];
    const [docker, plugin, standalone] = await Promise.all([
        firstProgram(['docker'], searchPath),
        firstProgram([PLUGIN], folders),
        firstProgram(['buildx', PLUGIN], searchPath),
    ]);
    if (docker === undefined)
        return { docker, buildx: plugin ?? standalone, hasBuildx: (plugin ?? standalone) !== undefined };
    if (plugin === undefined)
        return { docker, buildx: standalone, hasBuildx: standalone === undefined ? undefined : true };
    return { docker, buildx: extra.length === 0 && isOfOneInstallation(docker, plugin) ? plugin : undefined, hasBuildx: true };
}
function isOfOneInstallation(docker, plugin) {
    const installation = external_node_path_namespaceObject.resolve(docker, '../..');
    return ['lib', 'libexec'].some((folder) => external_node_path_namespaceObject.join(installation, folder, 'docker/cli-plugins', PLUGIN) === plugin);
}
/** By folder, then by name. */
async function firstProgram(names, folders) {
    const files = folders.flatMap((folder) => names.map((name) => external_node_path_namespaceObject.join(folder, name)));
    return (await Promise.all(files.map(resolveProgram))).find((file) => file !== undefined);
}
/** The program itself, where the file is a link to it. */
async function resolveProgram(file) {
    try {
        await (0,promises_namespaceObject.access)(file, promises_namespaceObject.constants.X_OK);
        return await (0,promises_namespaceObject.realpath)(file);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.build/docker/clean-up.js







/** What the runner puts before the name of a state. */
const STATE = 'STATE_';
/** The post step: main has saved what it left, and the runner hands that over. */
function cleanUpAfterMain(environment) {
    const state = Object.entries(environment).filter(([name]) => name.startsWith(STATE));
    const left = Object.fromEntries(state.map(([name, value]) => [name.slice(STATE.length), value]));
    return cleanUp(left, { environment: childEnvironment(environment), log: { info: info, warning: warning } });
}
/** Removes what a run left: all of it after a kill, the builder after a normal end. A failure here is reported and fails nothing. */
async function cleanUp(left, { environment, log }) {
    if (left.processGroup !== undefined)
        await endProcessGroup(left.processGroup, log);
    if (left.stack !== undefined)
        await removeStack(left.stack, environment);
    if (left.containers !== undefined)
        await removeTests(left.containers, left.testedAs ?? '', environment);
    if (left.builder !== undefined && left.builder !== '')
        await removeBuilder(left.builder, left.keepState === 'true', { environment, log });
    const folders = [left.folder, left.bakeFolder].filter((folder) => folder !== undefined);
    await Promise.all(folders.map((folder) => (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true })));
}
async function removeBuilder(name, keepState, { environment, log }) {
    const args = ['rm', '--force', ...(keepState ? ['--keep-state'] : []), name];
    const { buildx } = await findPrograms({ environment, config: await readDockerConfig(environment) });
    const command = buildx === undefined ? { file: 'docker', args: ['buildx', ...args] } : { file: buildx, args };
    const result = await runProcess({ ...command, env: environment, signal: AbortSignal.timeout(60_000) }).catch((error) => String(error));
    const failure = typeof result === 'string' ? result : result.code === 0 ? undefined : result.stderr.trim();
    if (failure !== undefined && !failure.includes(`no builder "${name}" found`))
        log.warning(`The builder ${name} could not be removed: ${failure}`);
}
/** A killed step leaves the services of its tests; after a normal end there are none. */
async function removeStack(name, env) {
    await runProcess({ file: 'docker', args: stopArguments({ name }), env, signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
}
/** A killed step leaves the container of the test that ran, and its image; after a normal end there is neither. */
async function removeTests(prefix, repository, env) {
    const docker = (...args) => runProcess({ file: 'docker', args, env, signal: AbortSignal.timeout(30_000) });
    const list = async (...args) => {
        const listed = await docker(...args).catch(() => undefined);
        return listed?.stdout.split('\n').filter((line) => line !== '') ?? [];
    };
    const containers = await list('ps', '--all', '--quiet', `--filter=name=^${prefix}-`);
    if (containers.length > 0)
        await docker('rm', '--force', '--volumes', ...containers).catch(() => undefined);
    const images = await list('images', '--digests', '--format={{.Repository}}@{{.Digest}}', `--filter=reference=${repository}`);
    if (images.length > 0)
        await docker('image', 'rm', '--force', ...images).catch(() => undefined);
}
/** Only a group that still runs docker is ended: its number may be another's by now. */
async function endProcessGroup(group, log) {
    const pid = Number(group);
    if (!Number.isInteger(pid) || pid <= 1)
        return;
    const command = await (0,promises_namespaceObject.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!/(^|\/)(docker|docker-buildx|buildx)\0/.test(command))
        return;
    log.info(`Ending docker, which outlived the step (process group ${pid})`);
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // it ended in between
    }
}


/***/ }),

/***/ 215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ outliveClosedOutput)
/* harmony export */ });
/**
 * Lets the program go on silently when its output is closed: a pager that was left, a terminal that was closed, a full disk below a log.
 * A publication must not end half-way for that. Node would end with an uncaught EPIPE.
 */
function outliveClosedOutput({ stdout, stderr }) {
    for (const stream of [stdout, stderr])
        stream.on('error', () => undefined);
}


/***/ }),

/***/ 10:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _docker_clean_up_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(265);
/* harmony import */ var _host_closed_output_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(215);


(0,_host_closed_output_js__WEBPACK_IMPORTED_MODULE_1__/* .outliveClosedOutput */ .A)(process);
await (0,_docker_clean_up_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUpAfterMain */ .U)(process.env);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(10);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
