export const id = 322;
export const ids = [322];
export const modules = {

/***/ 4322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanUp: () => (/* binding */ cleanUp),
/* harmony export */   cleanUpAfterMain: () => (/* binding */ cleanUpAfterMain)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5049);
/* harmony import */ var _host_child_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7103);
/* harmony import */ var _host_compose_project_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2513);
/* harmony import */ var _host_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3404);
/* harmony import */ var _buildx_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1199);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2473);







/** What the runner puts before the name of a state. */
const STATE = 'STATE_';
/** The post step: main has saved what it left, and the runner hands that over. */
function cleanUpAfterMain(environment) {
    const state = Object.entries(environment).filter(([name]) => name.startsWith(STATE));
    const left = Object.fromEntries(state.map(([name, value]) => [name.slice(STATE.length), value]));
    return cleanUp(left, { environment: (0,_host_child_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)(environment), log: { info: _actions_core__WEBPACK_IMPORTED_MODULE_5__/* .info */ .pq, warning: _actions_core__WEBPACK_IMPORTED_MODULE_5__/* .warning */ .$e } });
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
    await Promise.all(folders.map((folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true })));
}
async function removeBuilder(name, keepState, { environment, log }) {
    const args = ['rm', '--force', ...(keepState ? ['--keep-state'] : []), name];
    const { buildx } = await (0,_buildx_js__WEBPACK_IMPORTED_MODULE_3__/* .findPrograms */ .z)({ environment, config: await (0,_config_js__WEBPACK_IMPORTED_MODULE_4__/* .readDockerConfig */ .TO)(environment) });
    const command = buildx === undefined ? { file: 'docker', args: ['buildx', ...args] } : { file: buildx, args };
    const result = await (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .runProcess */ .R)({ ...command, env: environment, signal: AbortSignal.timeout(60_000) }).catch((error) => String(error));
    const failure = typeof result === 'string' ? result : result.code === 0 ? undefined : result.stderr.trim();
    if (failure !== undefined && !failure.includes(`no builder "${name}" found`))
        log.warning(`The builder ${name} could not be removed: ${failure}`);
}
/** A killed step leaves the services of its tests; after a normal end there are none. */
async function removeStack(name, env) {
    await (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .runProcess */ .R)({ file: 'docker', args: (0,_host_compose_project_js__WEBPACK_IMPORTED_MODULE_6__/* .stopArguments */ .v)({ name }), env, signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
}
/** A killed step leaves the container of the test that ran, and its image; after a normal end there is neither. */
async function removeTests(prefix, repository, env) {
    const docker = (...args) => (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .runProcess */ .R)({ file: 'docker', args, env, signal: AbortSignal.timeout(30_000) });
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

/***/ 2513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ stopArguments)
/* harmony export */ });
/** The arguments of docker that take a stack down, by the name of its compose project, with its volumes. */
function stopArguments({ name }) {
    return ['compose', `--project-name=${name}`, 'down', '--volumes', '--remove-orphans', '--timeout=0'];
}


/***/ })

};
