export const id = 224;
export const ids = [224];
export const modules = {

/***/ 6726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ startStack),
  v: () => (/* binding */ stopArguments)
});

// EXTERNAL MODULE: ./.build/plan/json.js
var json = __webpack_require__(2040);
;// CONCATENATED MODULE: ./.build/check/stack-file.js

/** The service that tests run in where none of the stack's is the image under test. */
const LONE_SERVICE = 'tagboat-test';
/** What would tie the stack to this machine, meet another one on it, or hide that a service ends. */
const OF_THE_MACHINE = ['container_name', 'ports', 'restart', 'deploy', 'scale'];
/**
 * The compose file that tests are run with: the definition as docker compose resolved it, with images by digest in the place of the services
 * that they are. What is mounted there from the working folder is left out: the image is to be tested, and not the sources beside it.
 * @param lone the image that no service is; undefined where each has its place.
 */
function makeStackFile({ source }, placed, { platform, lone }) {
    const services = Object.entries((0,json/* asObject */.eB)(source.services)).map(([name, service]) => {
        const own = placed.find((each) => each.services.includes(name));
        const common = (0,json/* without */.FF)((0,json/* asObject */.eB)(service), OF_THE_MACHINE);
        return [name, own === undefined ? common : { ...stripped(common), image: own.reference, platform, pull_policy: 'missing' }];
    });
    const alone = lone === undefined ? [] : [[LONE_SERVICE, { image: lone, platform, pull_policy: 'missing', profiles: [LONE_SERVICE] }]];
    return {
        ...(0,json/* without */.FF)(source, ['name']),
        services: Object.fromEntries([...services, ...alone]),
        ...unnamed('networks', source),
        ...unnamed('volumes', source),
    };
}
function stripped(service) {
    const volumes = (0,json/* asList */.DD)(service.volumes)
        .map(json/* asObject */.eB)
        .filter(({ type }) => type !== 'bind');
    return { ...(0,json/* without */.FF)(service, ['build', 'develop', 'volumes']), ...(volumes.length === 0 ? {} : { volumes }) };
}
/** Each run has networks and volumes of its own; those that are external are somebody else's. */
function unnamed(kind, source) {
    const entries = Object.entries((0,json/* asObject */.eB)(source[kind])).map(([name, value]) => {
        const definition = (0,json/* asObject */.eB)(value);
        return [name, definition.external === true ? definition : (0,json/* without */.FF)(definition, ['name'])];
    });
    return entries.length === 0 ? {} : { [kind]: Object.fromEntries(entries) };
}

// EXTERNAL MODULE: ./.build/check/tail.js
var check_tail = __webpack_require__(355);
;// CONCATENATED MODULE: ./.build/check/stack.js


/** Brings the services up, with the images of this platform in their places; those that did not change from the platform before run on. */
async function startStack(bench, place) {
    const { platform, reference, docker, signal, write, limitMs, now } = place;
    const [service = LONE_SERVICE] = bench.tested;
    const lone = service === LONE_SERVICE ? reference : undefined;
    const content = makeStackFile(bench.stack, bench.placedOn(platform), { platform, lone });
    const file = await bench.writeFile(`stack-${platform.replaceAll('/', '-')}.json`, JSON.stringify(content));
    const compose = ['compose', '--progress=plain', `--project-name=${bench.name}`, `--file=${file}`];
    const names = bench.stack.services.map(({ name }) => name);
    const tail = (0,check_tail/* keepTail */.G)();
    const onOutput = (chunk) => {
        tail.add(chunk);
        write(chunk);
    };
    write(`$ docker compose up ${names.join(' ')}\n`);
    const started = now();
    const limit = Math.ceil(limitMs / 1000);
    const result = await docker([...compose, 'up', '--detach', '--wait', `--wait-timeout=${limit}`, '--quiet-pull', '--no-build', '--no-color'], {
        signal,
        onOutput,
    });
    signal.throwIfAborted();
    if (result.code !== 0)
        await docker([...compose, 'logs', '--no-color', '--tail=10'], { signal, onOutput });
    tail.endLine(write);
    return {
        start: {
            platform,
            text: `docker compose up ${names.join(' ')}`,
            inputLine: 0,
            code: result.code ?? 1,
            durationMs: now() - started,
            tail: tail.lines(),
        },
        runArguments: (name, program, args) => [
            ...compose,
            'run',
            '--rm',
            '--no-deps',
            '--no-TTY',
            '--interactive=false',
            `--name=${name}`,
            `--entrypoint=${program}`,
            service,
            ...args,
        ],
    };
}
/** The arguments of docker that take all of it down, with its volumes. */
function stopArguments({ name }) {
    return ['compose', `--project-name=${name}`, 'down', '--volumes', '--remove-orphans', '--timeout=0'];
}


/***/ }),

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ keepTail)
/* harmony export */ });
const TAIL_CHARACTERS = 8_192;
const TAIL_LINES = 10;
/** What docker's client says by itself, and no command: after its own errors, and of the engine as it makes the container. */
const OF_THE_CLIENT = /^((Run|See) 'docker run --help'|WARNING: (The requested image's platform \(|Your kernel does not support |IPv4 forwarding is ))/;
function keepTail() {
    let kept = '';
    return {
        add: (chunk) => {
            kept = (kept + chunk).slice(-TAIL_CHARACTERS);
        },
        endLine: (write) => {
            if (kept !== '' && !kept.endsWith('\n'))
                write('\n');
        },
        lines: () => kept
            .split(/\r?\n/)
            .filter((line) => line.trim() !== '' && !OF_THE_CLIENT.test(line))
            .slice(-TAIL_LINES),
    };
}


/***/ }),

/***/ 9224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanUp: () => (/* binding */ cleanUp),
/* harmony export */   cleanUpAfterMain: () => (/* binding */ cleanUpAfterMain)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5049);
/* harmony import */ var _check_stack_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6726);
/* harmony import */ var _child_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7103);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3404);





/** What the runner puts before the name of a state. */
const STATE = 'STATE_';
/** The post step: main has saved what it left, and the runner hands that over. */
function cleanUpAfterMain(environment) {
    const state = Object.entries(environment).filter(([name]) => name.startsWith(STATE));
    const left = Object.fromEntries(state.map(([name, value]) => [name.slice(STATE.length), value]));
    return cleanUp(left, { environment: (0,_child_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .childEnvironment */ .Q)(environment), log: { info: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq, warning: _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e } });
}
/** Removes what a run left: all of it after a kill, the builder after a normal end. A failure here is told and fails nothing. */
async function cleanUp(left, { environment, log }) {
    if (left.processGroup !== undefined)
        await endProcessGroup(left.processGroup, log);
    if (left.stack !== undefined)
        await removeStack(left.stack, environment);
    if (left.containers !== undefined)
        await removeTests(left.containers, left.testedAs ?? '', environment);
    if (left.builder !== undefined)
        await removeBuilder(left.builder, left.keepState === 'true', { environment, log });
    const folders = [left.folder, left.bakeFolder].filter((folder) => folder !== undefined);
    await Promise.all(folders.map((folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true })));
}
async function removeBuilder(name, keepState, { environment, log }) {
    const args = ['buildx', 'rm', '--force', ...(keepState ? ['--keep-state'] : []), name];
    const result = await (0,_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({ file: 'docker', args, env: environment, signal: AbortSignal.timeout(60_000) }).catch((error) => String(error));
    const failure = typeof result === 'string' ? result : result.code === 0 ? undefined : result.stderr.trim();
    if (failure !== undefined)
        log.warning(`The builder ${name} could not be removed: ${failure}`);
}
/** A killed step leaves the services of its tests; after a normal end there are none. */
async function removeStack(name, env) {
    await (0,_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({ file: 'docker', args: (0,_check_stack_js__WEBPACK_IMPORTED_MODULE_4__/* .stopArguments */ .v)({ name }), env, signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
}
/** A killed step leaves the container of the test that ran, and its image; after a normal end there is neither. */
async function removeTests(prefix, repository, env) {
    const docker = (...args) => (0,_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({ file: 'docker', args, env, signal: AbortSignal.timeout(30_000) });
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
    const command = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!/(^|\/)docker(-buildx)?\0/.test(command))
        return;
    log.info(`Ending docker, which outlived the step (process group ${pid})`);
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // it ended in between
    }
}


/***/ })

};
