export const id = 63;
export const ids = [63];
export const modules = {

/***/ 2063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ship: () => (/* binding */ ship)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/facts/github.js
var github = __webpack_require__(6167);
// EXTERNAL MODULE: ./.build/git/checkout.js
var git_checkout = __webpack_require__(8173);
// EXTERNAL MODULE: ./.build/git/facts.js
var git_facts = __webpack_require__(86);
// EXTERNAL MODULE: ./.build/git/scratch-repository.js
var scratch_repository = __webpack_require__(8276);
// EXTERNAL MODULE: ./.build/git/run-git.js
var run_git = __webpack_require__(9481);
;// CONCATENATED MODULE: ./.build/git/tag-object.js


function scratchGit(gitFolder, options) {
    return async (args, more = {}) => (await (0,run_git/* runGit */.E)({ args, gitFolder, ...more }, options)) ?? { ...FAILED, stderr: 'git is not on the PATH' };
}
const FAILED = { code: 127, signal: undefined, stdout: '', stderr: '' };
async function readNamedObject(git, ref) {
    const { code, stdout } = await git(['rev-parse', '--verify', '--quiet', ref]);
    const [sha] = /^[0-9a-f]{40,64}/.exec(stdout) ?? [];
    if (code !== 0 || sha === undefined)
        return undefined;
    const type = await git(['cat-file', '-t', sha]);
    return type.code === 0 ? { sha, type: type.stdout.trim() } : undefined;
}
/** What a fetch may start: the programs that come with git, and ssh without questions. */
const FETCHING = { GIT_ALLOW_PROTOCOL: 'file:http:https:ssh', GIT_SSH_COMMAND: 'ssh -oBatchMode=yes', GIT_SSH_VARIANT: 'ssh' };
/**
 * Fetches a ref of the checkout's remote `origin` into a scratch repository. Of the checkout's settings only the remote's URL and the headers for it take part, in
 * which actions/checkout keeps the token. @returns why it failed, if it did.
 */
async function fetchRef(ref, checkout, scratch) {
    const given = await checkout.ask('config', '--get', 'remote.origin.url');
    if (given === undefined)
        return 'the checkout has no remote named origin';
    const variables = { ...FETCHING, ...asVariables(await readHeaders(checkout)) };
    const args = [
        'fetch',
        '--quiet',
        '--no-tags',
        '--depth=1',
        '--upload-pack=git-upload-pack',
        '--',
        asAddress(given, checkout.folder),
        `+${ref}:${ref}`,
    ];
    const fetched = await scratch(args, { variables });
    return fetched.code === 0 ? undefined : fetched.stderr.trim();
}
/** A path is one from the checkout. */
function asAddress(given, folder) {
    return /^[a-z][a-z0-9+.-]*:\/\/|^[^/]+:/i.test(given) ? given : external_node_path_.resolve(folder, given);
}
async function readHeaders({ run }) {
    const { code, stdout } = await run('config', '--null', '--get-regexp', '^http\\.(.*\\.)?extraheader$');
    const entries = code === 0 ? stdout.split('\0').filter((entry) => entry !== '') : [];
    return entries.map((entry) => {
        const end = entry.indexOf('\n');
        return [entry.slice(0, end), entry.slice(end + 1)];
    });
}
/** Settings that no argument shows. Git before 2.31 does not read them. @see https://git-scm.com/docs/git-config#ENVIRONMENT */
function asVariables(settings) {
    const pairs = settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) };
}

// EXTERNAL MODULE: ./.build/host/exec.js
var exec = __webpack_require__(3404);
// EXTERNAL MODULE: ./.build/host/last-line.js
var last_line = __webpack_require__(4776);
// EXTERNAL MODULE: ./.build/plan/checked-out.js
var checked_out = __webpack_require__(112);
// EXTERNAL MODULE: ./.build/plan/inputs/build-context.js
var build_context = __webpack_require__(3566);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var text_problem = __webpack_require__(1141);
;// CONCATENATED MODULE: ./.build/check/signed-tag.js
/** @see https://docs.github.com/en/rest/git/tags#signature-verification-object */
const REASONS = {
    unknown_key: 'the key that made it is registered with nobody’s account',
    no_user: 'its e-mail address belongs to no account',
    unverified_email: 'the account has not verified the e-mail address',
    bad_email: 'the tagger’s e-mail address is not one of the key’s',
    expired_key: 'the key has expired',
    not_signing_key: 'the key is not one for signing',
    malformed_signature: 'it cannot be read',
    invalid: 'it does not belong to what is signed',
    gpgverify_unavailable: 'GitHub cannot verify signatures at the moment',
    gpgverify_error: 'GitHub could not verify it',
};
/** What stands against a tag that has to be signed; undefined where its signature is good, and is about just this tag and commit. */
function judgeTag({ name, sha }, facts) {
    const problem = (wrong, accepted) => ({ where: 'require-signed-tag', given: name, wrong, accepted });
    if (facts.kind === 'unknown')
        return problem(`could not be looked up: ${facts.reason}`, 'the signature has to be known before anything is built');
    if (facts.kind === 'lightweight')
        return problem('is a lightweight tag, which has no signature', SIGN);
    const { verified, reason, target } = facts;
    if (!verified && reason === 'unsigned')
        return problem('is not signed', SIGN);
    if (!verified)
        return problem(`has a signature that is not verified (${reason})`, `${REASONS[reason] ?? 'sign with a key that is known'}`);
    if (facts.name !== name)
        return problem(`points at the signed tag object of ${JSON.stringify(facts.name)}`, 'a signature is for one name: sign this tag');
    if (target !== sha)
        return problem(`is the signed tag of ${target}`, `this run builds ${sha || 'a commit that is not known'}: check out the tag's commit`);
    return undefined;
}
const SIGN = 'git tag --sign makes one that is';
/** How a signature begins, by its format. Git takes what follows the last such line for the signature. @see https://git-scm.com/docs/gitformat-signature */
const ARMOUR = {
    openpgp: /^-----BEGIN PGP (?:SIGNATURE|MESSAGE)-----/,
    ssh: /^-----BEGIN SSH SIGNATURE-----/,
    x509: /^-----BEGIN SIGNED MESSAGE-----/,
};
/** Reads a tag object as `git cat-file tag` prints it. @see https://git-scm.com/docs/git-mktag#_tag_format */
function parseTagObject(text) {
    const header = text.split('\n\n')[0] ?? '';
    const field = (name) => new RegExp(`^${name} (.*)$`, 'm').exec(header)?.[1] ?? '';
    const [format] = text.split('\n').flatMap(formatOf).slice(-1);
    return { name: field('tag'), target: field('object'), format };
}
function formatOf(line) {
    const formats = ['openpgp', 'ssh', 'x509'];
    return formats.filter((format) => ARMOUR[format].test(line));
}
/**
 * SSH keys as git wants them: a key without a principal before it may sign as anybody.
 * @see https://man.openbsd.org/ssh-keygen.1#ALLOWED_SIGNERS
 */
function formatAllowedSigners(keys) {
    const lines = keys.split(/\r?\n/).map((line) => line.trim());
    const signers = lines.filter((line) => line !== '' && !line.startsWith('#'));
    return `${signers.map((line) => (/^(ssh|ecdsa|sk)-/.test(line) ? `* ${line}` : line)).join('\n')}\n`;
}

;// CONCATENATED MODULE: ./.build/check/require-signed-tag.js













/**
 * Checks the signature of the git tag this run is for; other refs need none.
 * @throws {ProblemError} where a signature is demanded and there is no good one.
 */
async function requireSignedTag(host, { context, inputs, plan }, workspace) {
    const { signedTag } = plan;
    const [, name] = /^refs\/tags\/(.+)$/.exec(context.ref) ?? [];
    if (signedTag.kind === 'no' || name === undefined)
        return;
    const api = (0,github/* githubApi */.Mc)(host, { token: inputs.githubToken, repository: context.repository.fullName });
    const { context: built, bake } = plan.build;
    const folder = (0,build_context/* checkoutFolder */.Dv)(built, bake !== undefined);
    const options = { environment: host.environment, signal: workspace.signal };
    const place = { ...options, checkout: folder, scratch: external_node_path_.join(workspace.folder, 'signers') };
    const facts = signedTag.kind === 'keys' ? await verifyTagWithKeys(name, signedTag, place) : await (0,github/* askTag */.C7)(name, api);
    // A step before may have checked out another commit. A folder that is no checkout says nothing about its commit.
    const sha = (0,checked_out/* buildsCheckout */.K)(plan.build) ? ((await (0,git_facts/* readHead */.zy)(folder, options)) ?? '') : context.sha;
    const problem = judgeTag({ name, sha }, facts);
    if (problem !== undefined)
        throw new text_problem/* ProblemError */.Mm(problem);
}
/** What verifies signatures, whatever the machine is set to. `gpgsm` would ask the machine's keys and is not used. */
const VERIFIERS = ['gpg.program=gpg', 'gpg.openpgp.program=gpg', 'gpg.ssh.program=ssh-keygen', 'gpg.minTrustLevel=undefined'];
/**
 * Looks at the tag in the checkout, or else in its remote, with a keyring of this run's own that holds nothing but the given keys, and in a repository of this
 * run's own that no setting of the checkout reaches.
 */
async function verifyTagWithKeys(name, keys, { checkout: folder, scratch, ...options }) {
    const { environment: env, signal } = options;
    const checkout = await (0,git_checkout/* openCheckout */.Hj)(folder, options);
    if (checkout.kind !== 'open')
        return { kind: 'unknown', reason: checkout.wrong };
    const objects = await (0,scratch_repository/* findObjects */.Q)(checkout);
    if (objects === undefined)
        return { kind: 'unknown', reason: `git cannot read the checkout in ${checkout.folder}` };
    const repository = external_node_path_.join(scratch, 'repository');
    await (0,promises_.mkdir)(scratch, { mode: 0o700 });
    await (0,scratch_repository/* makeScratchRepository */.B)(repository, objects);
    const signers = external_node_path_.join(scratch, 'allowed_signers');
    await (0,promises_.writeFile)(signers, keys.format === 'ssh' ? formatAllowedSigners(keys.keys) : '');
    if (keys.format === 'openpgp') {
        const imported = await (0,exec/* runProcess */.R)({
            file: 'gpg',
            args: ['--batch', '--import'],
            input: keys.keys,
            env: { ...env, GNUPGHOME: scratch },
            signal,
        });
        if (imported.code !== 0)
            return { kind: 'unknown', reason: `gpg cannot import the keys (${(0,last_line/* lastLine */.f)(imported.stderr)})` };
    }
    const git = scratchGit(repository, options);
    const found = await findTag(`refs/tags/${name}`, checkout, git);
    if (found.kind !== 'object')
        return found;
    const settings = [...VERIFIERS, `gpg.ssh.allowedSignersFile=${signers}`];
    return verifyTag(found.sha, keys.format, (args) => git(args, { settings, variables: { GNUPGHOME: scratch } }));
}
async function verifyTag(sha, format, git) {
    const { name, target, format: signedAs } = parseTagObject((await git(['cat-file', 'tag', sha])).stdout);
    const unverified = { kind: 'annotated', name, target, verified: false };
    if (signedAs === undefined)
        return { ...unverified, reason: 'unsigned' };
    if (signedAs !== format)
        return { ...unverified, reason: `it is one of format ${signedAs}, and the keys are for ${format}` };
    const { code, stderr } = await git(['verify-tag', sha]);
    return { ...unverified, verified: code === 0, reason: (0,last_line/* lastLine */.f)(stderr) };
}
/**
 * The tag object of the checkout, or else of its remote: actions/checkout has long made a lightweight tag of every tag it checks out.
 * @see https://github.com/actions/checkout/issues/290
 */
async function findTag(ref, checkout, scratch) {
    const local = await readNamedObject((args) => checkout.run(...args), ref);
    if (local?.type === 'tag')
        return { kind: 'object', sha: local.sha };
    const failure = await fetchRef(ref, checkout, scratch);
    const remote = failure === undefined ? await readNamedObject(scratch, ref) : undefined;
    if (remote?.type === 'tag')
        return { kind: 'object', sha: remote.sha };
    if (local !== undefined || remote !== undefined)
        return { kind: 'lightweight' };
    return { kind: 'unknown', reason: `the checkout does not have it, and neither has its remote (${(0,last_line/* lastLine */.f)(failure ?? '')})` };
}

// EXTERNAL MODULE: ./.build/docker/docker-programs.js
var docker_programs = __webpack_require__(7053);
// EXTERNAL MODULE: ./.build/facts/file-variables.js
var file_variables = __webpack_require__(2642);
// EXTERNAL MODULE: ./.build/plan/inputs/checks.js + 1 modules
var inputs_checks = __webpack_require__(5059);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.build/staging/credential.js

/** One of 192 random bits, for this run alone. */
function makeCredential() {
    return { username: 'tagboat', password: (0,external_node_crypto_.randomBytes)(24).toString('base64url') };
}
/** Makes the check of an `Authorization` header, in a time that does not depend on what is in it. */
function makeGuard({ username, password }) {
    const expected = hash(`${username}:${password}`);
    return (authorization = '') => {
        const given = /^basic (?<token>[A-Za-z0-9+/=]{1,4096})$/i.exec(authorization)?.groups?.token ?? '';
        return (0,external_node_crypto_.timingSafeEqual)(hash(Buffer.from(given, 'base64')), expected);
    };
}
/** Both sides hashed, because only texts of one length can be compared in constant time. */
function hash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest();
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./.build/oci/hash.js
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/descriptor.md#digests: the one algorithm that builders use. */
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Whether a text is a sha256 digest, and so safe as the name of a file. */
function isSha256(text) {
    return DIGEST.test(text);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./.build/staging/refusal.js
/** Why a request is not granted; answered in OCI's form. */
class Refusal extends Error {
    name = 'Refusal';
    status;
    code;
    constructor(status, code, message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}
/** Answers with the refusal, or breaks the connection off where the answer has begun already. */
function answerRefusal(response, refusal) {
    if (response.headersSent) {
        response.destroy(refusal);
        return;
    }
    const body = JSON.stringify({ errors: [{ code: refusal.code, message: refusal.message }] });
    if (!response.req.complete)
        response.setHeader('connection', 'close'); // what is left of the body is not waited for
    response.writeHead(refusal.status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
}

;// CONCATENATED MODULE: ./.build/staging/blobs.js


/**
 * `HEAD` of a blob. The builder sends what is missing here, so "yes" for a blob that every destination has is what keeps unchanged
 * layers from travelling. The size of such a blob is not known here; builders ask for the status alone.
 */
async function answerBlobHead(repository, digest, response) {
    const file = repository.spool.find(digest);
    if (file !== undefined) {
        repository.sender?.send({ digest, size: file.size() }, file.open); // it may have come through another repository, with other destinations
        response.writeHead(200, { 'content-length': file.size(), 'docker-content-digest': digest }).end();
        return;
    }
    if (!(await repository.sender?.isEverywhere(digest)))
        throw unknownBlob(digest);
    response.writeHead(200, { 'docker-content-digest': digest }).end();
}
/** `GET` of a blob, for tests that run the candidate: from the spool, or from a destination that has had it from the start. */
async function answerBlob(repository, digest, response) {
    const file = repository.spool.find(digest);
    const source = file?.open() ?? repository.sender?.fetch(digest);
    if (source === undefined)
        throw unknownBlob(digest);
    const length = file === undefined ? {} : { 'content-length': file.size() };
    response.writeHead(200, { ...length, 'content-type': 'application/octet-stream', 'docker-content-digest': digest });
    await (0,external_node_stream_promises_.pipeline)(source, response);
}
function unknownBlob(digest) {
    return new Refusal(404, 'BLOB_UNKNOWN', `${digest} is not here, or not at every destination`);
}

;// CONCATENATED MODULE: ./.build/oci/digest.js

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/descriptor.md#registered-algorithms */
const digest_DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
/** Whether a text is a digest by an algorithm that is checked here: sha256 or sha512. */
function isDigest(text) {
    return digest_DIGEST.test(text);
}
/** The digest of the bytes, by the algorithm of another digest, or sha256. */
function digestOf(bytes, like = 'sha256:') {
    const algorithm = algorithmOf(like);
    return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
}
/**
 * Passes the stream on while it adds up its digest and its size. The last piece is passed on when the digest is known to be right, so that
 * nobody ever has a whole wrong blob: a registry would say that it is wrong sooner than we could.
 * @param mismatch makes the error to throw when more bytes come than `limitBytes`, or at the end of a stream of another digest.
 */
async function* checkDigest(stream, expected, mismatch) {
    const algorithm = algorithmOf(expected.digest);
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    let sizeBytes = 0;
    let last;
    for await (const chunk of stream) {
        sizeBytes += chunk.length;
        if (sizeBytes > expected.limitBytes)
            throw mismatch({ found: `more than ${expected.limitBytes} bytes` });
        hash.update(chunk);
        if (last !== undefined)
            yield last;
        last = chunk;
    }
    const digest = `${algorithm}:${hash.digest('hex')}`;
    if (digest !== expected.digest)
        throw mismatch({ found: `${sizeBytes} bytes with digest ${digest}` });
    if (last !== undefined)
        yield last;
}
function algorithmOf(digest) {
    return digest.startsWith('sha512:') ? 'sha512' : 'sha256';
}

;// CONCATENATED MODULE: ./.build/oci/limits.js
/** What registries take in common, and so what can be published. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** An image’s configuration is read as a whole; the largest in use have some 100 kB. */
const MAX_CONFIG_BYTES = 4 * 1024 * 1024;

;// CONCATENATED MODULE: ./.build/staging/manifests.js




/** An index of fifty platforms with their attestations has a hundred; this only keeps a builder gone wild from filling the memory. */
const MAX_MANIFESTS = 1000;
const MAX_MEDIA_TYPE = 255;
/** `HEAD` and `GET` of a manifest by tag or digest. */
function answerManifest(repository, reference, response) {
    const manifest = repository.manifests.find(reference);
    if (manifest === undefined)
        throw new Refusal(404, 'MANIFEST_UNKNOWN', `${reference} was not pushed here`);
    response.writeHead(200, {
        'content-type': manifest.mediaType,
        'content-length': manifest.bytes.length,
        'docker-content-digest': manifest.digest,
    });
    response.end(response.req.method === 'HEAD' ? undefined : manifest.bytes);
}
/** `PUT` of a manifest, which is held back here. */
async function receiveManifest(repository, reference, request) {
    const mediaType = request.headers['content-type'] ?? '';
    if (mediaType === '' || mediaType.length > MAX_MEDIA_TYPE)
        throw new Refusal(400, 'MANIFEST_INVALID', 'the Content-Type is missing or too long');
    const bytes = await readBody(request);
    const digest = digestOf(bytes);
    if (isSha256(reference) && reference !== digest)
        throw new Refusal(400, 'DIGEST_INVALID', `announced ${reference}, received ${digest}`);
    if (reference.includes(':') && !isSha256(reference))
        throw new Refusal(400, 'DIGEST_INVALID', `${reference} is not a sha256 digest`);
    if (repository.manifests.count() >= MAX_MANIFESTS)
        throw new Refusal(429, 'TOOMANYREQUESTS', `there are ${MAX_MANIFESTS} manifests here already`);
    const manifest = { mediaType, digest, bytes };
    repository.manifests.put(reference, manifest);
    return manifest;
}
async function readBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        // destroying the request would take the connection with it, and so the answer
        size += chunk.length;
        if (size > MAX_MANIFEST_BYTES)
            throw new Refusal(413, 'SIZE_INVALID', `a manifest has at most ${MAX_MANIFEST_BYTES} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./.build/staging/route.js
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#endpoints */
const PATHS = [
    /^\/v2\/(?<name>[a-z0-9._/-]{1,255})\/blobs\/uploads\/?$/,
    /^\/v2\/(?<name>[a-z0-9._/-]{1,255})\/blobs\/uploads\/(?<id>[0-9a-f-]{36})$/,
    /^\/v2\/(?<name>[a-z0-9._/-]{1,255})\/blobs\/(?<digest>sha256:[0-9a-f]{64})$/,
    /^\/v2\/(?<name>[a-z0-9._/-]{1,255})\/manifests\/(?<reference>[A-Za-z0-9_][A-Za-z0-9._:-]{0,127})$/,
];
/** Reads a path (without query); undefined where it is none of a registry's. */
function readRoute(path) {
    if (/^\/v2\/?$/.test(path))
        return { kind: 'root' };
    const parts = PATHS.map((pattern) => pattern.exec(path)?.groups).find((groups) => groups !== undefined);
    if (parts?.name === undefined)
        return undefined;
    const { name, id, digest, reference } = parts;
    if (id !== undefined)
        return { kind: 'upload', name, id };
    if (digest !== undefined)
        return { kind: 'blob', name, digest };
    return reference === undefined ? { kind: 'uploads', name } : { kind: 'manifest', name, reference };
}

;// CONCATENATED MODULE: ./.build/staging/uploads.js


/** Builders send some five layers at once; this only keeps one gone wild from filling the disk with empty files. */
const MAX_UPLOADS = 1000;
/** `POST`: opens an upload. One that asks for a mount is answered like any other: what could be mounted was found by `HEAD`. */
async function openUpload(repository) {
    if (repository.uploads.size >= MAX_UPLOADS)
        throw new Refusal(429, 'TOOMANYREQUESTS', `${MAX_UPLOADS} uploads are open already`);
    const id = crypto.randomUUID();
    repository.uploads.set(id, await repository.spool.create());
    return { id, receivedBytes: 0 };
}
/** `PATCH`: one more piece. */
async function continueUpload(repository, id, request) {
    const file = findUpload(repository, id);
    checkRange(file, request);
    await receive(repository, id, { file, request });
    return { id, receivedBytes: file.size() };
}
/** `GET`: where a builder whose piece was refused, or whose connection broke, is to go on. */
function readProgress(repository, id) {
    return { id, receivedBytes: findUpload(repository, id).size() };
}
/**
 * `PUT`, or a `POST` with everything in it: the last piece, and the digest. Where the size is announced, the destinations get
 * the blob from its first bytes on, while the rest of it arrives; the answer does not wait for them.
 */
async function finishUpload(repository, upload, request) {
    const { id, digest } = upload;
    const file = findUpload(repository, id);
    if (!isSha256(digest))
        throw new Refusal(400, 'DIGEST_INVALID', `${JSON.stringify(digest)} is not a sha256 digest`);
    checkRange(file, request);
    const size = announcedSize(file, request);
    if (size !== undefined)
        repository.sender?.send({ digest, size }, file.open);
    await receive(repository, id, { file, request });
    repository.uploads.delete(id);
    if (!(await file.seal(digest)))
        throw new Refusal(400, 'DIGEST_INVALID', `what was received is not ${digest}`);
    repository.spool.keep(digest, file);
    if (size === undefined)
        repository.sender?.send({ digest, size: file.size() }, file.open);
}
/** `DELETE`: the builder gives the upload up. */
async function cancelUpload(repository, id) {
    const file = findUpload(repository, id);
    repository.uploads.delete(id);
    await file.fail(new Error('The builder cancelled its upload.'));
}
/**
 * Pieces come in their order; nothing of one that does not is taken, and the upload goes on.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-a-blob-in-chunks
 */
function checkRange(file, { headers }) {
    const range = headers['content-range'];
    if (range === undefined)
        return;
    const start = /^(?:bytes )?(\d{1,15})-\d{1,15}(?:\/(?:\d{1,15}|\*))?$/.exec(range)?.[1];
    if (start === undefined || Number(start) !== file.size())
        throw new Refusal(416, 'BLOB_UPLOAD_INVALID', `the next byte is ${file.size()}, not ${JSON.stringify(range.slice(0, 100))}`);
}
async function receive(repository, id, { file, request }) {
    try {
        await file.append(request);
    }
    catch (error) {
        repository.uploads.delete(id);
        throw error;
    }
}
/** The size of the whole blob, known before its last piece arrives unless that is sent in chunks. */
function announcedSize(file, request) {
    if (request.headers['transfer-encoding'] !== undefined)
        return undefined;
    return file.size() + Number(request.headers['content-length'] ?? 0);
}
function findUpload(repository, id) {
    const file = repository.uploads.get(id);
    if (file === undefined)
        throw new Refusal(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload, or it failed');
    return file;
}

;// CONCATENATED MODULE: ./.build/staging/answer.js






/** Answers one request as a registry does. Never rejects: what goes wrong is an answer, or a connection broken off. */
async function answer(registry, request, response) {
    try {
        await dispatch(registry, request, response);
    }
    catch (error) {
        if (error instanceof Refusal)
            return answerRefusal(response, error);
        registry.onFailure(error);
        answerRefusal(response, new Refusal(500, 'UNKNOWN', error instanceof Error ? error.message : String(error)));
    }
}
async function dispatch(registry, request, response) {
    if (!registry.isKnown(request.headers.authorization)) {
        response.setHeader('www-authenticate', 'Basic realm="staging"');
        throw new Refusal(401, 'UNAUTHORIZED', 'this registry serves the builder of one run only');
    }
    const { pathname, searchParams: query } = readTarget(request.url ?? '/');
    const route = readRoute(pathname);
    if (route === undefined)
        throw new Refusal(404, 'UNSUPPORTED', 'there is nothing here');
    if (route.kind === 'root') {
        response.writeHead(200, { 'content-length': 0 }).end();
        return;
    }
    const repository = registry.repositories.get(route.name);
    if (repository === undefined)
        throw new Refusal(404, 'NAME_UNKNOWN', `there is no repository ${route.name} here`);
    await serve(route, { repository, request, response, query });
    if (route.kind === 'manifest' && request.method === 'PUT' && !isSha256(route.reference))
        registry.onTagged(repository);
}
/** A path, or a whole URL as proxies are sent. @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
function readTarget(target) {
    const url = target.startsWith('/') ? `http://127.0.0.1${target}` : target;
    if (!URL.canParse(url))
        throw new Refusal(400, 'UNSUPPORTED', 'the request names no path');
    return new URL(url);
}
async function serve(route, exchange) {
    switch (route.kind) {
        case 'blob':
            return serveBlob(route.digest, exchange);
        case 'uploads':
            return serveUploads(exchange);
        case 'upload':
            return serveUpload(route.id, exchange);
        case 'manifest':
            return serveManifest(route.reference, exchange);
    }
}
async function serveBlob(digest, { repository, request, response }) {
    if (request.method === 'HEAD')
        return answerBlobHead(repository, digest, response);
    if (request.method === 'GET')
        return answerBlob(repository, digest, response);
    throw unsupported(request);
}
async function serveUploads(exchange) {
    const { repository, request, query } = exchange;
    if (request.method !== 'POST')
        throw unsupported(request);
    const progress = await openUpload(repository);
    const digest = query.get('digest');
    if (digest === null)
        return answerProgress(progress, exchange);
    await finishUpload(repository, { id: progress.id, digest }, request);
    answerCreated(`/v2/${repository.name}/blobs/${digest}`, digest, exchange);
}
async function serveUpload(id, exchange) {
    const { repository, request, response, query } = exchange;
    if (request.method === 'GET')
        return answerProgress(readProgress(repository, id), exchange, 204);
    if (request.method === 'PATCH')
        return answerProgress(await continueUpload(repository, id, request), exchange);
    if (request.method === 'DELETE') {
        await cancelUpload(repository, id);
        response.writeHead(204).end();
        return;
    }
    if (request.method !== 'PUT')
        throw unsupported(request);
    const digest = query.get('digest') ?? '';
    await finishUpload(repository, { id, digest }, request);
    answerCreated(`/v2/${repository.name}/blobs/${digest}`, digest, exchange);
}
async function serveManifest(reference, exchange) {
    const { repository, request, response } = exchange;
    if (request.method === 'HEAD' || request.method === 'GET')
        return answerManifest(repository, reference, response);
    if (request.method !== 'PUT')
        throw unsupported(request);
    const { digest } = await receiveManifest(repository, reference, request);
    answerCreated(`/v2/${repository.name}/manifests/${reference}`, digest, exchange);
}
function answerProgress({ id, receivedBytes }, { repository, response }, status = 202) {
    response.writeHead(status, {
        location: `/v2/${repository.name}/blobs/uploads/${id}`,
        'docker-upload-uuid': id,
        range: `0-${Math.max(0, receivedBytes - 1)}`,
        ...(status === 204 ? {} : { 'content-length': 0 }), // @see https://www.rfc-editor.org/rfc/rfc9110#section-8.6-8
    });
    response.end();
}
function answerCreated(location, digest, { response }) {
    response.writeHead(201, { location, 'docker-content-digest': digest, 'content-length': 0 }).end();
}
function unsupported({ method = '' }) {
    return new Refusal(405, 'UNSUPPORTED', `${method} is not answered here`);
}

// EXTERNAL MODULE: ./.build/plan/text/json.js
var json = __webpack_require__(5906);
// EXTERNAL MODULE: ./.build/plan/text/parse-json.js
var parse_json = __webpack_require__(4916);
// EXTERNAL MODULE: ./.build/plan/text/platform.js + 1 modules
var text_platform = __webpack_require__(1806);
;// CONCATENATED MODULE: ./.build/oci/media-types.js
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/media-types.md */
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
/** @see https://github.com/distribution/distribution/blob/v2.8.3/docs/spec/manifest-v2-2.md */
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
/** What a client of today accepts as a manifest; an index first, for registries that look at the order. */
const MANIFEST_TYPES = [OCI_INDEX, DOCKER_LIST, OCI_MANIFEST, DOCKER_MANIFEST];

;// CONCATENATED MODULE: ./.build/oci/manifest-content.js






/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/media-types.md#compatibility-matrix */
const INDEX_TYPES = [OCI_INDEX, DOCKER_LIST];
const manifest_content_MANIFEST_TYPES = [OCI_MANIFEST, DOCKER_MANIFEST];
const IMAGE_CONFIG_TYPES = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** Base layers that must not be copied to other registries, such as old Windows ones. */
const FOREIGN_LAYER = /\.foreign\.|\.nondistributable\./;
/** Whether a descriptor's media type is that of an index or a manifest. */
function isManifestType(mediaType) {
    return INDEX_TYPES.includes(mediaType) || manifest_content_MANIFEST_TYPES.includes(mediaType);
}
/** Whether it is the configuration of an image, and not of another artifact such as a signature. */
function isImageConfig({ mediaType }) {
    return IMAGE_CONFIG_TYPES.includes(mediaType);
}
/**
 * Reads a manifest's bytes. Foreign layers are left out: no registry but their own holds them.
 * @param name what errors call it.
 * @throws {Error} where it is no JSON, of a type other than the four in use, or lists something without type, digest or size.
 */
function readManifestContent({ mediaType, digest, bytes }, name = digest) {
    const content = readJson(bytes, name);
    const reading = (value) => readDescriptor(value, name);
    if (INDEX_TYPES.includes(mediaType))
        return { kind: 'index', children: (0,json/* asList */.DD)(content.manifests).map((value) => readChild(value, name)) };
    if (!manifest_content_MANIFEST_TYPES.includes(mediaType))
        throw new Error(`${name} has the media type ${JSON.stringify(mediaType)}, which is not an image media type.`);
    const layers = (0,json/* asList */.DD)(content.layers)
        .map(reading)
        .filter((layer) => !FOREIGN_LAYER.test(layer.mediaType));
    return { kind: 'manifest', config: reading(content.config), layers };
}
/**
 * The platform an image's configuration names: `linux/arm64`.
 * @throws {Error} where it is no JSON or names none.
 */
function readConfigPlatform(bytes, digest) {
    const platform = readPlatform(readJson(bytes, digest), digest);
    if (platform === undefined)
        throw new Error(`The image configuration ${digest} names no platform.`);
    return platform;
}
function readChild(value, parent) {
    const { annotations, platform } = (0,json/* asObject */.eB)(value);
    const isAttestation = (0,json/* asText */.e1)((0,json/* asObject */.eB)(annotations)['vnd.docker.reference.type']) !== undefined;
    return {
        ...readDescriptor(value, parent),
        platform: isAttestation ? undefined : readPlatform((0,json/* asObject */.eB)(platform), parent),
        isAttestation,
    };
}
function readDescriptor(value, parent) {
    const { mediaType, digest, size } = (0,json/* asObject */.eB)(value);
    const isWhole = typeof mediaType === 'string' && typeof digest === 'string' && isSha256(digest) && Number.isSafeInteger(size) && Number(size) >= 0;
    if (!isWhole)
        throw new Error(`${parent} lists something without a media type, a sha256 digest and a size: ${JSON.stringify(value)?.slice(0, 200)}`);
    return { mediaType, digest, size: Number(size) };
}
/** @throws {Error} where it names what is not a platform. */
function readPlatform({ os, architecture, variant }, name) {
    if (typeof os !== 'string' || typeof architecture !== 'string' || os === '' || os === 'unknown')
        return undefined;
    const platform = typeof variant === 'string' && variant !== '' ? { os, architecture, variant } : { os, architecture };
    const given = (0,text_platform/* formatPlatform */.B)(platform);
    const read = (0,text_problem/* ifRead */.Q)((0,text_problem/* parsed */.Yz)(() => (0,text_platform/* parsePlatform */.F)(given)));
    if (read === undefined)
        throw new Error(`${name} names the platform ${JSON.stringify(given.slice(0, 200))}, which does not exist.`);
    return (0,text_platform/* formatPlatform */.B)(read); // other spellings of one platform, e.g. arm64/v8
}
function readJson(bytes, name) {
    const content = (0,parse_json/* parseJson */.q)(bytes);
    if (content === undefined)
        throw new Error(`${name} is not JSON.`);
    return (0,json/* asObject */.eB)(content);
}

;// CONCATENATED MODULE: ./.build/oci/image.js


/** Indexes may list indexes. In practice that is one level; deeper nesting could take for ever to read. */
const MAX_DEPTH = 3;
/** An index of fifty platforms with their attestations has a hundred; a broad pyramid of indexes would take for ever, too. */
const image_MAX_MANIFESTS = 1000;
/** Manifests are kept in memory until they are published; those of an image have some kB each. */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;
/** @returns a limit whose `count` throws where it is passed. */
function makeReadingLimit() {
    let manifests = 0;
    let bytes = 0;
    return {
        count: (manifest) => {
            manifests += 1;
            bytes += manifest.bytes.length;
            if (manifests > image_MAX_MANIFESTS)
                throw new Error(`The image lists more than ${image_MAX_MANIFESTS} manifests.`);
            if (bytes > MAX_TOTAL_BYTES)
                throw new Error(`The manifests of the image have more than ${MAX_TOTAL_BYTES} bytes.`);
        },
    };
}
/**
 * Reads everything below a root and makes it a candidate.
 * @param limit of several images that are read together.
 * @throws {Error} where a manifest is missing, malformed, or not as large as the index says, and where there are too many of them.
 */
async function makeCandidate(root, source, limit = makeReadingLimit()) {
    const parts = await readParts(root, { source, limit, entry: undefined, depth: 0 });
    return {
        root,
        children: unique(parts.manifests).filter(({ digest }) => digest !== root.digest),
        images: unique(parts.images),
        blobs: unique(parts.blobs),
        openBlob: source.openBlob,
    };
}
async function readParts(manifest, place) {
    place.limit.count(manifest);
    const content = readManifestContent(manifest);
    if (content.kind === 'index')
        return readIndex(manifest, content.children, place);
    const { config, layers } = content;
    const blobs = [config, ...layers];
    if (place.entry?.isAttestation || !isImageConfig(config))
        return { manifests: [manifest], images: [], blobs };
    const platform = place.entry?.platform ?? (await image_readPlatform(config, place.source));
    const sizeBytes = blobs.reduce((sum, { size }) => sum + size, 0);
    return { manifests: [manifest], images: [{ platform, digest: manifest.digest, sizeBytes, layers }], blobs };
}
async function readIndex(index, children, { source, limit, depth }) {
    if (depth >= MAX_DEPTH)
        throw new Error(`${index.digest} is an index nested more than ${MAX_DEPTH} deep.`);
    const parts = [];
    for (const entry of children) {
        const child = await findChild(entry, { source, parent: index.digest });
        parts.push(await readParts(child, { source, limit, entry, depth: depth + 1 }));
    }
    return {
        manifests: [...parts.flatMap(({ manifests }) => manifests), index],
        images: parts.flatMap(({ images }) => images),
        blobs: parts.flatMap(({ blobs }) => blobs),
    };
}
async function findChild(entry, { source, parent }) {
    const manifest = await source.findManifest(entry);
    if (manifest === undefined)
        throw new Error(`The index ${parent} lists ${entry.digest}, which is not there.`);
    if (manifest.bytes.length !== entry.size) {
        throw new Error(`The index ${parent} says that ${entry.digest} has ${entry.size} bytes; it has ${manifest.bytes.length}.`);
    }
    return manifest;
}
async function image_readPlatform(config, source) {
    if (config.size > MAX_CONFIG_BYTES)
        throw new Error(`The image configuration ${config.digest} has ${config.size} bytes.`);
    return readConfigPlatform(await source.readBlob(config), config.digest);
}
function unique(items) {
    return [...new Map(items.map((item) => [item.digest, item])).values()];
}

;// CONCATENATED MODULE: ./.build/staging/collect.js


/** Makes the candidate from what a builder pushed to a repository; undefined where it pushed no tag, or there is no such repository. */
async function collectCandidate(repository) {
    const root = repository?.manifests.root();
    if (repository === undefined || root === undefined)
        return undefined;
    const candidate = await makeCandidate(root, {
        findManifest: async ({ digest }) => repository.manifests.find(digest),
        readBlob: (blob) => readBlob(repository, blob),
        openBlob: (digest) => repository.spool.find(digest)?.open,
    });
    checkSizes(repository, candidate.blobs);
    return candidate;
}
async function readBlob({ spool, sender }, { digest, size }) {
    const source = spool.find(digest)?.open() ?? sender?.fetch(digest);
    if (source === undefined)
        throw new Error(`${digest} was neither sent nor is it at a destination.`);
    const chunks = [];
    let received = 0;
    for await (const chunk of source) {
        received += chunk.length;
        if (received > size)
            throw new Error(`${digest} has more than the ${size} bytes its manifest says.`);
        chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    if (digestOf(bytes) !== digest)
        throw new Error(`${digest} has other content than its digest says.`);
    return bytes;
}
function checkSizes({ spool }, blobs) {
    for (const { digest, size } of blobs) {
        const received = spool.find(digest)?.size() ?? size;
        if (received !== size)
            throw new Error(`A manifest says that ${digest} has ${size} bytes; ${received} were sent.`);
    }
}

;// CONCATENATED MODULE: ./.build/staging/repository.js
/** An empty store. */
function makeManifestStore() {
    const manifests = new Map();
    const tags = new Map();
    let last;
    return {
        put(reference, manifest) {
            manifests.set(manifest.digest, manifest);
            if (reference === manifest.digest)
                return;
            tags.set(reference, manifest.digest);
            last = manifest.digest;
        },
        find: (reference) => manifests.get(tags.get(reference) ?? reference),
        root: () => (last === undefined ? undefined : manifests.get(last)),
        count: () => manifests.size,
    };
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./.build/staging/semi-space.js

/**
 * Keeps V8's space for young objects from growing, for the rest of the process. A piece of a blob is a small object that holds a
 * large block outside of the heap, so a space of 16 MB takes in some 100 MB of unused blocks before it is swept.
 * Sending 600 MB to two destinations takes 100 to 105 MB resident instead of 115 to 147 MB.
 * @see https://nodejs.org/docs/latest-v24.x/api/v8.html#v8setflagsfromstringflags
 */
function limitSemiSpace() {
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
}

;// CONCATENATED MODULE: ./.build/staging/buffer-pool.js
/** As much as Node buffers for a socket. */
const PIECE_BYTES = 64 * 1024;
/**
 * Grows to what is in use at one time. Fresh memory for every piece would be simpler, but V8 collects its whole heap after each 10 MB or so of it:
 * sending 100 MB to four destinations would take a quarter more processor time.
 */
function makeBufferPool(chunkBytes = PIECE_BYTES) {
    const free = [];
    return {
        chunkBytes,
        take: () => free.pop() ?? Buffer.allocUnsafeSlow(chunkBytes),
        give: (chunk) => void free.push(chunk),
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./.build/staging/shared-reader.js

/** Pieces of a file that stay for the next reader: those of one speed are less than one apart. */
const KEPT_PIECES = 2;
function shareReads(path, memory) {
    const kept = new Map();
    let file;
    let readers = 0;
    async function readInto(buffer, position, length) {
        file ??= (0,promises_.open)(path, 'r');
        const { bytesRead } = await (await file).read(buffer, 0, length, position);
        if (bytesRead < length)
            throw new Error(`${path} is shorter than what was written to it.`);
        return buffer.subarray(0, length);
    }
    function find(index, length) {
        const known = kept.get(index);
        if (known !== undefined)
            return known;
        const buffer = memory.take();
        const chunk = { buffer, bytes: readInto(buffer, index * memory.chunkBytes, length), uses: 1 };
        const [oldest] = kept.keys();
        if (kept.size === KEPT_PIECES && oldest !== undefined)
            forget(oldest);
        kept.set(index, chunk);
        return chunk;
    }
    function forget(index) {
        drop(kept.get(index));
        kept.delete(index);
    }
    function drop(chunk) {
        if (chunk === undefined)
            return;
        chunk.uses -= 1;
        if (chunk.uses > 0)
            return;
        const giveBack = () => memory.give(chunk.buffer);
        chunk.bytes.then(giveBack, giveBack); // a reader may have gone while the disk still writes into it
    }
    return {
        open() {
            let held;
            readers += 1;
            return {
                read(index, length) {
                    drop(held);
                    held = find(index, length);
                    held.uses += 1;
                    return held.bytes;
                },
                async close() {
                    drop(held);
                    held = undefined;
                    readers -= 1;
                    if (readers > 0)
                        return;
                    for (const index of kept.keys())
                        forget(index);
                    const opened = file;
                    file = undefined;
                    await (await opened)?.close();
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./.build/staging/watermark.js
/** A file of which nothing is written yet. */
function makeWatermark() {
    const waiting = new Set();
    let reached = 0;
    let ending;
    const wake = () => {
        for (const resume of waiting)
            resume();
        waiting.clear();
    };
    const end = (error) => {
        ending ??= { error };
        wake();
    };
    return {
        reach(bytes) {
            reached = bytes;
            wake();
        },
        complete: () => end(undefined),
        fail: end,
        async upTo(bytes) {
            while (reached < bytes && ending === undefined)
                await new Promise((resume) => waiting.add(resume));
            if (ending?.error !== undefined)
                throw ending.error;
            return reached;
        },
    };
}

;// CONCATENATED MODULE: ./.build/staging/spool-file.js






/** What may wait for the disk before the builder has to; it is then written at once. */
const UNWRITTEN_BYTES = 1024 * 1024;
/**
 * Creates the file.
 * Its last piece can be read only when the digest is verified, so that no destination ever receives a whole wrong blob.
 */
async function createSpoolFile(path, memory) {
    const handle = await (0,promises_.open)(path, 'wx', 0o600);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const watermark = makeWatermark();
    const chunks = shareReads(path, memory);
    let size = 0;
    const fail = async (error) => {
        watermark.fail(error);
        await handle.close();
    };
    async function* hashed(source) {
        for await (const chunk of source) {
            hash.update(chunk);
            size += chunk.length;
            yield chunk;
        }
    }
    async function* follow() {
        const reader = chunks.open();
        try {
            for (let index = 0;; index += 1) {
                const start = index * memory.chunkBytes;
                const left = (await watermark.upTo(start + memory.chunkBytes)) - start;
                if (left <= 0)
                    return;
                yield await reader.read(index, Math.min(left, memory.chunkBytes));
            }
        }
        finally {
            await reader.close();
        }
    }
    return {
        size: () => size,
        fail,
        open: (how) => (how?.lent === true ? follow() : copy(follow())),
        async append(source) {
            try {
                await (0,external_node_stream_promises_.pipeline)(hashed(source), writeTo(handle, { from: size, watermark }));
            }
            catch (error) {
                await fail(new Error('The builder broke off its upload.', { cause: error }));
                throw error;
            }
        },
        async seal(digest) {
            const received = `sha256:${hash.digest('hex')}`;
            if (received !== digest) {
                await fail(new Error(`The builder announced ${digest} and sent ${received}.`));
                return false;
            }
            watermark.reach(size);
            watermark.complete();
            await handle.close();
            return true;
        },
    };
}
/** Writes at the file's end, as much at once as has come during the write before. All but the last byte may be read. */
function writeTo(handle, { from, watermark }) {
    let written = from;
    return new external_node_stream_.Writable({
        highWaterMark: UNWRITTEN_BYTES,
        writev: (items, done) => {
            const chunks = items.map(({ chunk }) => chunk);
            appendAll(handle, chunks).then((bytes) => {
                written += bytes;
                watermark.reach(written - 1);
                done();
            }, done);
        },
    });
}
async function appendAll(handle, chunks) {
    const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
    const { bytesWritten } = await handle.writev(chunks);
    if (bytesWritten < bytes)
        await handle.appendFile(Buffer.concat(chunks).subarray(bytesWritten)); // says why: the disk is full, most likely
    return bytes;
}
async function* copy(lent) {
    for await (const chunk of lent)
        yield Uint8Array.from(chunk);
}

;// CONCATENATED MODULE: ./.build/staging/spool.js




/** Makes the spool in a directory of its own (mode 0700) below the given one. */
async function makeSpool(parent) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, 'staging-'));
    const memory = makeBufferPool();
    const files = [];
    const kept = new Map();
    return {
        async create() {
            const file = await createSpoolFile((0,external_node_path_.join)(directory, `${files.length}-${crypto.randomUUID()}`), memory);
            files.push(file);
            return file;
        },
        keep(digest, file) {
            if (!kept.has(digest))
                kept.set(digest, file);
        },
        find: (digest) => kept.get(digest),
        async clear(reason) {
            await Promise.all(files.map((file) => file.fail(reason)));
            await (0,promises_.rm)(directory, { recursive: true, force: true });
        },
    };
}

;// CONCATENATED MODULE: ./.build/staging/server.js








/**
 * A registry closes an idle connection at its peril: Go's client may be writing a body into it, which it cannot send again. Builders
 * keep idle connections for 90 s, so this is longer. @see https://pkg.go.dev/net/http#DefaultTransport
 */
const KEEP_ALIVE_MS = 120_000;
/** Listens on a free port of 127.0.0.1. */
async function startStaging({ repositories, directory, credential, signal, onPushed }) {
    signal.throwIfAborted();
    limitSemiSpace();
    const spool = await makeSpool(directory);
    const opened = new Map(Object.entries(repositories).map(([name, sender]) => [name, openRepository(name, sender)]));
    function openRepository(name, sender) {
        return { name, sender, spool, manifests: makeManifestStore(), uploads: new Map() };
    }
    const isKnown = makeGuard(credential);
    let requests = 0;
    let failure;
    const onFailure = (error) => {
        failure ??= describeFullDisk(error, directory);
    };
    const onTagged = (repository) => {
        if (onPushed === undefined)
            return;
        const hear = (candidate) => (candidate === undefined ? undefined : onPushed(repository.name, candidate));
        void collectCandidate(repository).then(hear, () => undefined); // its mistakes are reported when the build has ended
    };
    const server = await listen((request, response) => {
        requests += 1;
        void answer({ repositories: opened, isKnown, onFailure, onTagged }, request, response);
    });
    const close = async (reason) => {
        await stop(server);
        await spool.clear(reason);
    };
    signal.addEventListener('abort', () => void close(new Error('The run was cancelled.', { cause: signal.reason })).catch(() => { }), {
        once: true,
    });
    return {
        address: `127.0.0.1:${server.address().port}`, // a TCP server that listens has one
        candidate: (repository) => collectCandidate(opened.get(repository)),
        requests: () => requests,
        failure: () => failure,
        close: () => close(new Error('The staging registry is closed.')),
    };
}
const FULL = ['ENOSPC', 'EDQUOT'];
function describeFullDisk(error, directory) {
    if (!(error instanceof Error && 'code' in error && FULL.includes(error.code)))
        return undefined;
    const accepted = 'free some space there, or set RUNNER_TEMP to a folder on a larger disk';
    return new text_problem/* ProblemError */.Mm({ where: 'disk', given: directory, wrong: `has no room for the image (${error.message})`, accepted });
}
function listen(handler) {
    // A layer may take longer than the five minutes that Node grants a request by default; the step's own time-out ends a stuck build.
    const server = (0,external_node_http_.createServer)({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0 }, handler);
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => resolve(server));
    });
}
async function stop(server) {
    await new Promise((resolve) => {
        server.close(() => resolve()); // an error only says that it was closed before
        server.closeAllConnections();
    });
}

;// CONCATENATED MODULE: ./.build/staging/serve.js


const NAME = 'candidate';
/** Serves a candidate that no builder pushed to us, such as a layout's, from a staging registry of its own. */
async function serveCandidate(candidate, at) {
    const credential = makeCredential();
    const repositories = { [NAME]: readFrom(candidate) };
    const staging = await startStaging({ repositories, directory: at.folder, credential, signal: at.signal });
    const authorization = `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`;
    for (const { digest, mediaType, bytes } of [...candidate.children, candidate.root]) {
        const url = `http://${staging.address}/v2/${NAME}/manifests/${digest}`;
        const answer = await fetch(url, { method: 'PUT', headers: { authorization, 'content-type': mediaType }, body: Buffer.from(bytes) });
        if (!answer.ok)
            throw new Error(`The staging registry took ${digest} with status ${answer.status}.`);
    }
    return { repository: `${staging.address}/${NAME}`, login: { registry: staging.address, ...credential }, close: () => staging.close() };
}
/** Nothing is sent on; what is asked for comes from the candidate. */
function readFrom({ openBlob }) {
    return {
        isEverywhere: (digest) => Promise.resolve(openBlob(digest) !== undefined),
        send: () => undefined,
        fetch: (digest) => openBlob(digest)?.(),
    };
}

;// CONCATENATED MODULE: ./.build/check/test-environment.js






/** Makes those images pullable that are to be tested, or that services around a tested one are made of; none where nothing is tested. */
async function makePullable(images, means) {
    const isTested = ({ planned, adopted }) => adopted === undefined && (0,inputs_checks/* hasTests */.uG)(planned.checks);
    if (!images.some(isTested))
        return [];
    const needed = images.filter((image) => isTested(image) || (image.planned.checks.services?.tested.length ?? 0) > 0);
    return Promise.all(needed.map(async ({ planned, built }) => ({
        planned,
        candidate: built.candidate,
        repository: built.pullFrom ?? (await test_environment_serve(built.candidate, means)),
    })));
}
/** Serves a candidate that no builder has pushed. @returns the repository that the engine can pull it from. */
async function test_environment_serve(candidate, { workspace }) {
    const served = await serveCandidate(candidate, workspace);
    workspace.onClose(served.close);
    await workspace.home.addLogins([served.login]);
    return served.repository;
}
/** What the tests of one image are run with. */
function openTestEnvironment(image, all, means) {
    const { host, workspace } = means;
    const name = external_node_path_.basename(workspace.folder);
    host.remember({ containers: name, testedAs: image.repository });
    return {
        repository: image.repository,
        target: image.planned.target,
        name,
        docker: runDocker(host, means.intent, workspace),
        stack: stackEnvironment(image, all, means),
        openLog: host.log.foreign,
        signal: workspace.signal,
        now: () => performance.now(),
    };
}
function stackEnvironment({ planned }, all, { host, intent, workspace }) {
    const { services } = planned.checks;
    if (services === undefined || intent.stack === undefined)
        return undefined;
    const name = external_node_path_.basename(workspace.folder).toLowerCase(); // as compose wants its projects
    host.remember({ stack: name });
    return {
        stack: intent.stack,
        name,
        tested: services.tested,
        placedOn: (platform) => all.flatMap((image) => placeOn(platform, image)),
        writeFile: workspace.home.writePrivateFile,
    };
}
/** An image that is not for the platform leaves its services what they are. */
function placeOn(platform, { planned, candidate, repository }) {
    const image = candidate.images.find((each) => each.platform === platform);
    const services = planned.checks.services?.tested ?? [];
    return image === undefined || services.length === 0 ? [] : [{ services, reference: `${repository}@${image.digest}` }];
}
/** Not the workspace's own runner: containers are removed after a cancellation too. */
function runDocker({ environment }, { vars }, { home }) {
    const env = { ...environment, ...(0,file_variables/* givenValues */.yA)(vars), ...home.environment };
    return (args, options) => (0,exec/* runProcess */.R)({ file: 'docker', args, env, ...options }).catch((error) => {
        throw (0,docker_programs/* explainStart */._c)(error);
    });
}

;// CONCATENATED MODULE: ./.build/check/verdict.js

/** Lets candidates through that nothing stands against: one that does not pass holds back all. @throws {ProblemError} with every objection. */
function approve(all) {
    const found = all.flatMap(({ target, objections }) => objections.map((problem) => (target === '' ? problem : { ...problem, where: `${problem.where}, target ${target}` })));
    if (found.length > 0)
        throw new text_problem/* ProblemError */.Mm(found);
}

// EXTERNAL MODULE: ./.build/host/process.js
var host_process = __webpack_require__(3892);
;// CONCATENATED MODULE: ./.build/docker/emulation.js


/** Names of the interpreters that emulate an architecture, as the kernel lists them. @see https://docs.kernel.org/admin-guide/binfmt-misc.html */
const INTERPRETERS = {
    amd64: 'x86_64',
    arm64: 'aarch64',
    arm: 'arm',
    '386': 'i386',
    ppc64le: 'ppc64le',
    s390x: 's390x',
    riscv64: 'riscv64',
    mips64le: 'mips64el',
    loong64: 'loongarch64',
};
/** Architectures whose programs another one runs by itself. */
const RUNS_TOO = { amd64: ['386'], arm64: ['arm'] };
/** The architectures that this machine neither runs nor emulates yet. */
function missingEmulation(platforms, { architecture, interpreters }) {
    const native = [architecture, ...(RUNS_TOO[architecture] ?? [])];
    const foreign = platforms.filter((platform) => platform.os === 'linux' && !native.includes(platform.architecture));
    const missing = foreign.filter((platform) => !interpreters.some((name) => isEmulatorOf(name, platform)));
    return [...new Set(missing.map((platform) => platform.architecture))];
}
/** `qemu-aarch64`, `/usr/bin/qemu-aarch64-static` */
function isEmulatorOf(name, platform) {
    return name.replace(/-static$/, '').endsWith(INTERPRETERS[platform.architecture] ?? (0,text_platform/* formatPlatform */.B)(platform));
}
/** Registers emulators through a privileged container, as setup-qemu-action does. @see https://github.com/tonistiigi/binfmt */
async function registerEmulation(architectures, image, run) {
    const result = await run(['run', '--rm', '--privileged', image, '--install', architectures.join(',')], { show: true });
    if (result.code !== 0)
        throw new host_process/* DockerError */.B(`registering emulation for ${architectures.join(', ')} with ${image}`, result);
}

;// CONCATENATED MODULE: ./.build/docker/ready-emulation.js



/** Registers the emulation that the platforms need: for a build, or for tests of what was built elsewhere. */
async function readyEmulation({ images }, { builder }, { engine, run }) {
    if (builder.emulation === 'false' || builder.name !== '' || engine?.sharesLoopback !== true)
        return; // another machine's business
    const platforms = images.flatMap((image) => image.platforms);
    const missing = await platformsToEmulate(platforms, builder.emulation === 'true', engine);
    if (missing.length > 0)
        await registerEmulation(missing, builder.emulationImage, run);
}
async function platformsToEmulate(platforms, always, { architecture }) {
    return missingEmulation(platforms, { architecture, interpreters: always ? [] : await enabledInterpreters() });
}
const BINFMT = '/proc/sys/fs/binfmt_misc';
async function enabledInterpreters() {
    const names = (await (0,promises_.readdir)(BINFMT).catch(() => [])).filter((name) => !['register', 'status'].includes(name));
    const states = await Promise.all(names.map((name) => (0,promises_.readFile)(external_node_path_.join(BINFMT, name), 'utf8').catch(() => '')));
    const enabled = states.flatMap((state, index) => (state.startsWith('enabled') ? [{ name: names[index] ?? '', state }] : []));
    return enabled.flatMap(({ name, state }) => [name, /^interpreter (.*)$/m.exec(state)?.[1] ?? '']);
}

;// CONCATENATED MODULE: ./.build/host/together.js
/**
 * Waits for all, also where one fails, so that every cause is reported at once.
 * @throws the error of the only one that failed, or an AggregateError with those of all.
 */
async function allTogether(tasks) {
    const settled = await Promise.allSettled(tasks);
    const errors = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    if (errors.length > 1)
        throw new AggregateError(errors);
    if (errors.length === 1)
        throw errors[0];
    return settled.map((each) => (each.status === 'fulfilled' ? each.value : undefined)); // none is rejected, so each has its value
}

// EXTERNAL MODULE: ./.build/plan/text/reference.js
var reference = __webpack_require__(455);
// EXTERNAL MODULE: ./.build/plan/changed-files.js
var changed_files = __webpack_require__(5022);
// EXTERNAL MODULE: ./.build/plan/definition-fields.js
var definition_fields = __webpack_require__(6577);
;// CONCATENATED MODULE: ./.build/publish/differences.js


/** How an image differs from ours, one clause each; none where it is a build of the same source by the same definition (P5). */
function differencesOf(ours, held) {
    const changed = [changedOf('it was built from', held.revision), changedOf('this run builds', ours.revision)].flat();
    if (changed.length > 0)
        return changed;
    const isSameSource = ours.revision !== undefined && ours.revision === held.revision;
    const isSameDefinition = ours.definition !== undefined && ours.definition === held.definition;
    if (!isSameSource && held.revision !== undefined)
        return [describeSource(ours, held.revision, held.ref)]; // another commit is another build anyway
    return [
        ...(isSameSource ? [] : ['it does not say from which commit it was built']),
        ...(isSameDefinition ? [] : [describeDefinition(ours, held)]),
    ];
}
/** A build of changed files is never one of the commit, nor the same as another (P12). */
function changedOf(what, revision = '') {
    return revision.endsWith(changed_files/* DIRTY */.jm) ? [`${what} changed files of commit ${differences_short(revision.slice(0, -changed_files/* DIRTY */.jm.length))}`] : [];
}
/** `v4.0.0 was moved from 93f31bf to c115605` */
function describeSource({ revision, ref }, held, heldRef) {
    if (revision === undefined)
        return `it was built from commit ${differences_short(held)}, and the commit of this run is not known`;
    const tag = ref !== undefined && ref === heldRef && ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined;
    if (tag !== undefined)
        return `${tag} was moved from ${differences_short(held)} to ${differences_short(revision)}`;
    return `it was built from commit ${differences_short(held)}, and this run is of ${differences_short(revision)}`;
}
/** `this run has other platforms and build-args than the build of run 41` */
function describeDefinition(ours, held) {
    if (held.definition === undefined)
        return 'it does not say how it was built';
    const fields = (0,definition_fields/* differingFields */.W)(ours.fields, held.fields);
    const build = held.run === undefined ? 'the build there' : `the build of run ${held.run}`;
    if (fields.length > 0)
        return `this run has other ${listOf(fields)} than ${build}`;
    return `this run differs from ${build} in inputs that the image does not name (definition ${held.definition}, not ${ours.definition ?? 'known here'})`;
}
function listOf(names) {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
function differences_short(revision) {
    return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 7) : revision;
}

// EXTERNAL MODULE: ./.build/publish/tags/guard.js
var guard = __webpack_require__(7543);
;// CONCATENATED MODULE: ./.build/publish/same-release.js

/** Whether both are builds of one commit by one definition. */
function isSameBuild(ours, held) {
    const isSame = (fact) => ours[fact] !== undefined && ours[fact] === held[fact];
    return isSame('revision') && isSame('definition');
}
/**
 * Whether an image says of itself what this run's image would say, as far as tags are compared by it later: a release has the same version, anything
 * else the same ref. A branch's image under the tags of a release, or the other way round, could not be compared with what comes after it.
 * @param tags those of this run: by them it is a release.
 */
function isOfSameKind(ours, held, tags) {
    if (!isRelease(ours, tags))
        return ours.ref === held.ref;
    return (0,guard/* recordedVersion */.ZN)(held)?.version === (0,guard/* recordedVersion */.ZN)(ours)?.version;
}
/** A schedule's `20240229` reads as a version too: a release has a tag that names its version for good, or that follows versions. */
function isRelease(ours, tags) {
    const follows = ({ line }) => line?.kind === 'version' || line?.kind === 'channel';
    return (0,guard/* recordedVersion */.ZN)(ours) !== undefined && tags.some((tag) => namesVersion(tag, ours) || follows(tag));
}
/** Whether a fixed tag has our version in its name. */
function namesVersion({ lifetime, name }, { version }) {
    return lifetime === 'fixed' && version !== undefined && name.includes(version);
}

;// CONCATENATED MODULE: ./.build/oci/gather.js
/** Reads a whole stream. Gives an empty array where it exceeds the limit, so that callers never see half of it. */
async function gather(source, limitBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of source) {
        size += chunk.length;
        if (size > limitBytes)
            return new Uint8Array();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: ./.build/plan/origin-labels.js
var origin_labels = __webpack_require__(8558);
// EXTERNAL MODULE: ./.build/registry/error.js + 1 modules
var registry_error = __webpack_require__(6647);
// EXTERNAL MODULE: ./.build/registry/hint.js
var hint = __webpack_require__(5519);
// EXTERNAL MODULE: ./.build/publish/expected.js
var expected = __webpack_require__(104);
;// CONCATENATED MODULE: ./.build/publish/read-back.js
/** Waits between reads, in ms: some registries answer reads from replicas that are seconds behind (GHCR, ECR, Docker Hub). */
const WAITS_MS = [100, 300, 1000, 3000];
/**
 * Reads until the value is accepted, with growing waits, and returns the last one read: registries may lag their own writes,
 * so that a value from before says nothing until some seconds have gone.
 */
async function readUntil(read, accept, clock) {
    let value = await read();
    for (const wait of WAITS_MS) {
        if (accept(value))
            return value;
        await clock.sleep(wait);
        value = await read();
    }
    return value;
}
/**
 * The digest that a tag holds. Where a HEAD does not say what is expected, the manifest itself is read, and its bytes hashed: the answer to a HEAD has none, so that
 * nothing in it can be checked.
 * @returns undefined where there is no such tag.
 */
async function readTag(client, name, expected) {
    const told = (await client.headManifest(name))?.digest;
    return told === expected ? told : (await client.getManifest(name))?.digest;
}
/** Waits until a tag may be read back so that a slower run's write would be seen. */
async function settled({ settledAtMs = 0 }, clock) {
    const restMs = settledAtMs - clock.now();
    if (restMs > 0)
        await clock.sleep(restMs);
}
/** What is wrong with a registry that does not show what it took: `ghcr.io/owner/app:1.2 was accepted …`. */
function notThere(name) {
    return `${name} was accepted by the registry and is not there when read back`;
}

;// CONCATENATED MODULE: ./.build/publish/content/referrers.js






/** How often a listing is looked at: other processes may write it, and registries may be behind their own writes. */
const MAX_LOOKS = 10;
/** How many times as long as our own write another process may take for its: it is waited for that long, so that what it writes over ours is seen. */
const SLOWER_WRITER = 3;
const MIN_WAIT_MS = 50;
const MAX_WAIT_MS = 2000;
/** What of a candidate refers to a manifest (signatures, attestations), by the digest of that one. */
function referrersOf({ root, children }) {
    const found = new Map();
    for (const manifest of [...children, root]) {
        const subject = (0,json/* asText */.e1)((0,json/* asObject */.eB)((0,parse_json/* parseObject */.l)(manifest.bytes).subject).digest);
        if (subject !== undefined && isDigest(subject))
            found.set(subject, [...(found.get(subject) ?? []), manifest]);
    }
    return found;
}
/**
 * Sees that everything of the candidate that refers to something is listed, subject by subject, each with one write where the registry leaves that to
 * clients. It is read back, and written again where another process came between. The manifests have to be there already.
 * @throws {PublishError} naming the subject whose listing does not show what it is to have.
 */
async function listReferrers(client, candidate, clock) {
    await Promise.all([...referrersOf(candidate)].map(([subject, manifests]) => listReferrersOf(client, { subject, manifests }, clock)));
}
async function listReferrersOf(client, { subject, manifests }, clock) {
    for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
        const begunMs = clock.now();
        const listing = await client.addReferrers(subject, manifests);
        if (listing === 'listed')
            return;
        const tookMs = SLOWER_WRITER * (clock.now() - begunMs);
        await clock.sleep(Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, tookMs)));
    }
    const count = manifests.length === 1 ? 'a signature or attestation' : 'signatures or attestations';
    throw new expected/* PublishError */.S(`${(0,reference/* formatRepository */.Sh)(client.repository)}@${subject}: ${count} of it was accepted by the registry and is not listed`);
}
/** Puts what older cosign tags with a name of its own (`sha256-….sig`), and reads it back. A registry that has such a tag keeps it: it may hold more than ours. */
async function putSignatureTags(client, { signatureTags = [] }, clock) {
    await Promise.all(signatureTags.map((signature) => putSignatureTag(client, signature, clock)));
}
async function putSignatureTag(client, { tag, manifest }, clock) {
    const read = () => client.headManifest(tag);
    if ((await read()) !== undefined)
        return;
    await client.putManifest(tag, manifest);
    const found = await readUntil(read, (held) => held !== undefined, clock);
    if (found === undefined)
        throw new expected/* PublishError */.S(notThere(`${(0,reference/* formatRepository */.Sh)(client.repository)}:${tag}`));
}

;// CONCATENATED MODULE: ./.build/publish/content/manifests.js









/** Whether the manifest is an index: its children are manifests. */
function isIndex({ mediaType }) {
    return mediaType === OCI_INDEX || mediaType === DOCKER_LIST;
}
/**
 * Puts the candidate's manifests by digest, children first: the images all at once, nested indexes in their order, the root last.
 * Nothing visible changes, for no tag points at them yet.
 */
async function putManifests(client, candidate) {
    const { root, children, signatureTags = [] } = candidate;
    const put = (manifest) => putManifest(client, manifest, candidate);
    const single = [...children.filter((child) => !isIndex(child)), ...signatureTags.map(({ manifest }) => manifest)];
    await Promise.all(single.map(put));
    for (const nested of children.filter(isIndex))
        await put(nested);
    await put(root);
}
/** A registry that had confirmed a blob may not know it any more, or not yet everywhere: what the manifest lists is then sent once more. */
async function putManifest(client, manifest, goods) {
    try {
        await client.putManifest(manifest.digest, manifest);
    }
    catch (error) {
        const isLost = error instanceof registry_error/* RegistryError */.gl && error.code === hint/* BLOB_LOST */.Pr;
        if (!isLost || !(await sendBlobs(client, manifest, goods)))
            throw error;
        await client.putManifest(manifest.digest, manifest);
    }
}
/** Whether there was anything to send. */
async function sendBlobs(client, { bytes }, { blobs, openBlob }) {
    const { config, layers } = (0,parse_json/* parseObject */.l)(bytes);
    const listed = [config ?? {}, ...(0,json/* asList */.DD)(layers)].map((item) => (0,json/* asObject */.eB)(item).digest);
    const sources = blobs.flatMap((blob) => {
        const open = listed.includes(blob.digest) ? openBlob(blob.digest) : undefined;
        return open === undefined ? [] : [{ blob, open }];
    });
    for (const { blob, open } of sources)
        await client.putBlob(blob, open);
    return sources.length > 0;
}
/** Puts those of the candidate's manifests that are not there: where a tag holds it already, that is none, or a later signature. */
async function putMissingManifests(client, candidate) {
    const { children, signatureTags = [] } = candidate;
    const isMissing = async ({ digest }) => (await client.headManifest(digest)) === undefined;
    const missing = await filterAsync(children, isMissing);
    const tagged = await filterAsync(signatureTags, ({ manifest }) => isMissing(manifest));
    if (missing.length + tagged.length > 0)
        await putManifests(client, { ...candidate, children: missing, signatureTags: tagged });
}
async function filterAsync(items, isWanted) {
    const wanted = await Promise.all(items.map(isWanted));
    return items.filter((_, index) => wanted[index] === true);
}
/**
 * Reads every manifest of the candidate back by digest, where the client checks the bytes against it; then sees that signatures and the like are listed,
 * since they cannot be found by digest.
 * @throws {PublishError} naming the repository and the manifest that it took and does not have, or does not list.
 */
async function confirmManifests(client, candidate, clock) {
    const { root, children, signatureTags = [] } = candidate;
    const tagged = signatureTags.map(({ manifest }) => manifest);
    await Promise.all([root, ...children, ...tagged].map((manifest) => confirmManifest(client, manifest, clock)));
    await Promise.all([listReferrers(client, candidate, clock), putSignatureTags(client, candidate, clock)]);
}
async function confirmManifest(client, { digest }, clock) {
    const found = await readUntil(() => client.getManifest(digest), (manifest) => manifest !== undefined, clock);
    if (found?.digest === digest)
        return;
    throw new expected/* PublishError */.S(notThere(`${(0,reference/* formatRepository */.Sh)(client.repository)}@${digest}`));
}

;// CONCATENATED MODULE: ./.build/publish/tags/tagged-image.js






/** Reads each digest once: content by digest never changes. A read that failed is tried again when it is asked for again. */
function rememberTaggedImages(client) {
    const known = new Map();
    return (digest) => {
        const tagged = known.get(digest) ?? readTaggedImage(client, digest);
        known.set(digest, tagged);
        tagged.catch(() => known.delete(digest));
        return tagged;
    };
}
/**
 * Reads a manifest and, for the record, the labels of its image's config (for an index: of its first image), completed by the
 * annotations of manifest and index. What is not an image, or has parts missing, has an empty record.
 * @throws {import('../../registry/error.ts').RegistryError} where the registry cannot be asked.
 */
async function readTaggedImage(client, digest) {
    const manifest = await client.getManifest(digest);
    if (manifest === undefined)
        return undefined;
    const content = (0,parse_json/* parseObject */.l)(manifest.bytes);
    const image = isIndex(manifest) ? await readFirstImage(client, content) : content;
    const labels = image === undefined ? {} : await readLabels(client, image);
    const facts = { ...textsOf(content.annotations), ...textsOf(image?.annotations), ...labels };
    return { manifest, record: (0,origin_labels/* recordFromLabels */.Dk)(facts) };
}
/** The manifest of the first entry that is an image: attestations have the platform `unknown/unknown`. */
async function readFirstImage(client, index) {
    const entries = (0,json/* asList */.DD)(index.manifests).map(json/* asObject */.eB);
    const image = entries.find((entry) => (0,json/* asText */.e1)((0,json/* asObject */.eB)(entry.platform).os) !== 'unknown');
    const digest = (0,json/* asText */.e1)(image?.digest);
    const manifest = digest === undefined ? undefined : await client.getManifest(digest);
    return manifest === undefined ? undefined : (0,parse_json/* parseObject */.l)(manifest.bytes);
}
async function readLabels(client, image) {
    const { digest, size } = (0,json/* asObject */.eB)(image.config);
    if (typeof digest !== 'string' || typeof size !== 'number' || size > MAX_CONFIG_BYTES)
        return {};
    if (!(await client.hasBlob(digest)))
        return {};
    const config = (0,parse_json/* parseObject */.l)(await gather(client.getBlob(digest, MAX_CONFIG_BYTES), MAX_CONFIG_BYTES));
    return textsOf((0,json/* asObject */.eB)(config.config).Labels);
}
function textsOf(value) {
    const entries = Object.entries((0,json/* asObject */.eB)(value)).filter((entry) => typeof entry[1] === 'string');
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./.build/publish/existing.js





/**
 * Decides what is done about fixed tags that exist (P5). The same source revision and build definition mean the same build: its
 * digest is adopted, and nothing is built. An image of another kind of tag (a branch's, for a release) is left alone: see {@link mayAdopt}. Where registries hold several builds of it, as runs leave them that were ended while they met, it is
 * that of the first required one, and what a tag with the version in its name holds before others. What an optional destination holds may be adopted too, but never stands in the way.
 * @throws {ProblemError} naming every tag that holds something else and what differs, or (`fail`) every tag that exists.
 */
function decideExisting(ours, existing, policy) {
    if (policy === 'overwrite')
        return { kind: 'build' };
    const required = existing.filter(({ destination, lifetime }) => !destination.optional && lifetime === 'fixed');
    if (policy === 'fail' && required.length > 0)
        throw refusal(required.map((tag) => ({ tag, wrong: 'exists already' })));
    const differing = required.flatMap((tag) => {
        const differences = differencesOf(ours, tag.tagged.record);
        return differences.length === 0 ? [] : [{ tag, wrong: `exists with other content: ${differences.join('; ')}` }];
    });
    if (differing.length > 0)
        throw refusal(differing);
    const same = [...required, ...existing].filter((tag) => mayAdopt(ours, tag));
    const first = same.find((tag) => required.includes(tag) && namesVersion(tag, ours)) ?? same[0];
    if (first === undefined)
        return { kind: 'build' };
    return { kind: 'adopt', digest: first.tagged.manifest.digest, from: first.destination, tag: first.name };
}
/**
 * The same where nothing is to be built: what is published is known before, and a fixed tag holds just that or something else.
 * @throws {ProblemError} as {@link decideExisting} does.
 */
function refuseOthers(digest, existing, policy) {
    const required = existing.filter(({ destination }) => policy !== 'overwrite' && !destination.optional);
    if (policy === 'fail' && required.length > 0)
        throw refusal(required.map((tag) => ({ tag, wrong: 'exists already' })));
    const others = required.filter(({ tagged }) => tagged.manifest.digest !== digest);
    const wrong = ({ tagged }) => `exists with other content: it holds ${tagged.manifest.digest}, and the source is ${digest}`;
    if (others.length > 0)
        throw refusal(others.map((tag) => ({ tag, wrong: wrong(tag) })));
}
/**
 * Whether the image that a tag holds can be published as this run's own: a build of the same source by the same definition, which the tag names for good
 * as our version, or which says of itself what ours would say. Tags of a commit are shared by runs of several kinds: under `sha-1a2b3c4` a release may find
 * the image of its branch, whose label says `main`. Publishing that as a release would be a promotion, which has to be asked for.
 */
function mayAdopt(ours, { tagged, destination, ...tag }) {
    return isSameBuild(ours, tagged.record) && (namesVersion(tag, ours) || isOfSameKind(ours, tagged.record, destination.tags));
}
/**
 * Reads what the fixed tags hold that preflight found, all at once; where a run of another kind has one of them, so that a run again would find nothing to
 * adopt, what the floating ones hold too.
 */
async function readExisting({ destinations }, ours) {
    const ready = destinations.filter((each) => each.kind === 'ready');
    const fixed = await readTags(ready, 'fixed');
    const isTaken = ours !== undefined && fixed.some(({ tagged }) => isSameBuild(ours, tagged.record));
    if (!isTaken || fixed.some((tag) => mayAdopt(ours, tag)))
        return fixed;
    const floating = await readTags(ready, 'floating');
    return [...fixed, ...floating.filter((tag) => mayAdopt(ours, tag))];
}
async function readTags(ready, lifetime) {
    const read = await Promise.all(ready.flatMap(({ destination, held }) => destination.tags.flatMap((tag) => {
        const digest = held.get(tag.name);
        return tag.lifetime === lifetime && digest !== undefined ? [existing_readTag({ destination, name: tag.name, lifetime }, digest)] : [];
    })));
    return read.flat();
}
async function existing_readTag(tag, digest) {
    const tagged = await readTaggedImage(tag.destination.client, digest);
    return tagged === undefined ? [] : [{ ...tag, tagged }];
}
function refusal(refused) {
    const accepted = 'publish under a new version, or say existing: overwrite if nobody relies on the old content';
    return new text_problem/* ProblemError */.Mm(refused.map(({ tag, wrong }) => ({ where: 'tags', given: nameOf(tag), wrong, accepted })));
}
function nameOf({ destination, name }) {
    return `${(0,reference/* formatRepository */.Sh)(destination.repository)}:${name}`;
}

// EXTERNAL MODULE: ./.build/publish/preflight.js
var preflight = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/publish/reason.js
var publish_reason = __webpack_require__(1660);
;// CONCATENATED MODULE: ./.build/publish/progress.js

/** Whether a required destination has failed: nothing more is to be published anywhere (P1). A bug of ours ends everything. */
function hasEnded(all) {
    return all.some(({ destination, failure, bug }) => failure !== undefined && (bug !== undefined || !destination.optional));
}
/**
 * Takes the steps at all destinations at once, with a barrier before each: none begins a step before every required one is through with the last, and none begins
 * one after a required one has failed or the run was ended. No step waits for optional ones, however slow they are.
 */
function runSteps(all, steps, signal) {
    const states = all.map((progress) => ({ reached: progress }));
    const required = states.filter(({ reached }) => !reached.destination.optional);
    const reachedByRequired = () => required.map(({ reached }) => reached);
    const goesOn = () => !hasEnded(reachedByRequired()) && !signal.aborted;
    let barrier = Promise.resolve();
    const stages = steps.map((step) => {
        const before = barrier; // resolves when every required one is through with the step before, or has not begun it
        barrier = before.then(async () => {
            if (goesOn())
                await Promise.all(required.map((state) => take(state, step)));
        });
        return { before, step };
    });
    const end = barrier;
    const follow = async (state) => {
        for (const { before, step } of stages) {
            await before;
            if (goesOn())
                await take(state, step);
        }
    };
    const each = states.map(async (state) => {
        await (state.reached.destination.optional ? follow(state) : end);
        return state.reached;
    });
    return { each, required: end.then(reachedByRequired) };
}
async function take(state, step) {
    state.reached = await attempt(state.reached, step);
}
async function attempt(progress, step) {
    try {
        return progress.failure === undefined ? await step(progress) : progress;
    }
    catch (thrown) {
        return { ...progress, ...(0,publish_reason/* faultOf */.Kl)(thrown) };
    }
}
/** The progress with these records added, or put in the place of those of the same tag. */
function withRecords(progress, records) {
    const fresh = new Map(records.map((record) => [record.tag.name, record]));
    const kept = progress.tags.filter(({ tag }) => !fresh.has(tag.name));
    return { ...progress, tags: [...kept, ...records] };
}

;// CONCATENATED MODULE: ./.build/publish/summarize.js


/** Says what is published where, from how far each destination got. `cancelled` says by what, where the run was. */
function summarizeOutcome(all, digestFor, cancelled) {
    const failure = failureOf(all, cancelled);
    const destinations = all.map((progress) => ({ digest: digestFor(progress.destination), ...describe(progress, failure) }));
    return { destinations, ...(failure === undefined ? {} : { failure }) };
}
/** A run that was cancelled after all its work was confirmed has not failed. */
function failureOf(all, cancelled) {
    if (cancelled !== undefined && !all.every(isDone))
        return { kind: 'cancelled', messages: [cancelled] };
    const bugs = [...new Set(all.flatMap(({ bug }) => (bug === undefined ? [] : [bug])))];
    const failed = all.flatMap(({ destination, failure, bug }) => failure === undefined || bug !== undefined ? [] : [{ destination, failure }]);
    if (bugs.length > 0)
        return { kind: 'failed', messages: failed.map(({ failure }) => failure), bugs };
    const required = failed.filter(({ destination }) => !destination.optional);
    if (required.length > 0)
        return { kind: 'failed', messages: required.map(({ failure }) => failure) };
    const isNobodyLeft = failed.length > 0 && failed.length === all.length;
    return isNobodyLeft ? { kind: 'failed', messages: (0,publish_reason/* allOptionalFailed */.RQ)(failed.map(({ failure }) => failure)) } : undefined;
}
/** Whether every tag of the destination is where it should be, or was left on purpose. */
function isDone({ destination, tags, failure }) {
    if (failure !== undefined)
        return destination.optional;
    const done = new Set(tags.filter(isSettled).map(({ tag }) => tag.name));
    return destination.tags.every(({ name }) => done.has(name));
}
function isSettled({ state, confirmed }) {
    return confirmed && (state === 'moved' || state === 'unchanged' || state === 'skipped');
}
function describe(progress, failure) {
    const { destination, tags } = progress;
    const reason = progress.failure ?? failure?.messages[0] ?? failure?.bugs?.map(publish_reason/* reasonOf */.A3)[0];
    const records = new Map(tags.map((record) => [record.tag.name, record]));
    const outcomes = destination.tags.map((tag) => tagOutcome(tag, records.get(tag.name), reason));
    const common = { repository: destination.repository, target: destination.target, tags: outcomes };
    if (progress.failure !== undefined)
        return { ...common, state: destination.optional ? 'skipped' : 'failed', reason: progress.failure };
    if (!isDone(progress))
        return { ...common, state: destination.optional ? 'skipped' : 'failed', reason: endedBy(progress, failure) };
    if (tags.some(({ state }) => state === 'moved'))
        return { ...common, state: 'published' };
    const isHeldBack = outcomes.length > 0 && outcomes.every(({ state }) => state === 'skipped');
    return isHeldBack ? { ...common, state: 'held back', reason: outcomes.map(describeTag).join('; ') } : { ...common, state: 'unchanged' };
}
/** `latest: holds 2.0.0, which is newer than 1.9.1` */
function describeTag({ name, reason }) {
    return reason === undefined ? name : `${name}: ${reason}`;
}
/** Why a destination that did nothing wrong is not done. */
function endedBy({ destination }, failure) {
    if (failure?.kind === 'cancelled')
        return failure.messages[0] ?? 'cancelled';
    return `${(0,reference/* formatRepository */.Sh)(destination.repository)} was ended because another destination failed`;
}
function tagOutcome({ name }, record, reason) {
    if (record === undefined)
        return { name, state: 'not moved', ...(reason === undefined ? {} : { reason }) };
    return {
        name,
        state: record.state,
        ...(record.reason === undefined ? {} : { reason: record.reason }),
        ...(record.before === undefined ? {} : { before: record.before.digest }),
    };
}

;// CONCATENATED MODULE: ./.build/publish/tags/tag-writer.js


/** A writer for one destination, which remembers what it has read. */
function makeWriter(publication, { client, preflightClient = client, lateClient = client, tagAttempts, tags, target }, { listing, ...found }) {
    const attempts = tagAttempts ?? { client, retry: (attempt) => attempt(1) };
    const fixed = tags.filter(({ lifetime }) => lifetime === 'fixed');
    const listNewer = async () => {
        const before = await listing;
        if (before === undefined)
            return undefined;
        const now = await preflightClient.listTags().catch(() => undefined);
        return fixed.every(({ name }) => now?.includes(name)) ? now?.filter((name) => !before.includes(name)) : undefined;
    };
    let listed;
    const listNew = () => {
        listed ??= listNewer();
        return listed;
    };
    const fresh = new Map();
    const listBeside = async ({ name }, digest) => {
        const known = found.held.get(name) === digest ? await listing : undefined;
        const names = known ?? fresh.get(digest) ?? client.listTags();
        fresh.set(digest, Promise.resolve(names));
        return names;
    };
    const lists = { listNew, listNewer, listBeside };
    return { publication, client, lateClient, attempts, tags, target, ...found, ...lists, readTaggedImage: rememberTaggedImages(client) };
}
/** `ghcr.io/owner/app:1.2` */
function tag_writer_nameOf({ repository }, { name }) {
    return `${(0,reference/* formatRepository */.Sh)(repository)}:${name}`;
}

;// CONCATENATED MODULE: ./.build/publish/tags/concurrent-release.js






/*
 * Two runs may publish one version at once, each with its own build of it. No registry has a compare-and-swap, so that each may come to
 * hold the image of another run. Whose image stays is settled by one tag, the leading one: the run whose image it holds waits for the others to
 * give way, and each of them puts the other image wherever its own is. A run that does not give way while it is waited for is taken for ended, done or not:
 * then its image stays, under the leading tag too, for a PUT that was on its way for long may have taken that from a run that is done. One that was only
 * slower than that may give way in its turn: both have failed then, perhaps with a mixture, and a further run heals it.
 */
/** Thrown by a run whose image gives way to that of another run. */
class SupersededError extends expected/* PublishError */.S {
    name = 'GivesWay';
    /** Of the image that stays. */
    digest;
    constructor(tag, digest) {
        super(`${tag} goes to another run that has built the same: its image ${digest} stays; run this one again, and it takes that up`);
        this.digest = digest;
    }
}
/**
 * The first fixed tag in the first required repository, by their names, so that runs which list the same in another order agree. Tags that name the
 * version come before those that runs of other versions write too; where such a run has taken one, the next one leads, and after all fixed ones a floating
 * one. Both runs have to write it: where they differ in their required repositories or in their fixed tags, each may take itself, or the other, for
 * the one whose image stays. Undefined where no tag is fixed.
 */
function findArbiterTag(destinations, imageFor) {
    const required = destinations.filter(({ optional }) => !optional);
    const places = required.flatMap((destination) => destination.tags.map((tag) => ({ destination, tag, ...imageFor(destination) })));
    const inOrder = places.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const [leading] = inOrder;
    return leading?.tag.lifetime === 'fixed' ? { ...leading, readConcurrent: () => readConcurrentAt(inOrder) } : undefined;
}
function keyOf({ destination, tag, record }) {
    const rank = [namesVersion(tag, record), tag.lifetime === 'fixed', true].indexOf(true);
    return [rank, (0,reference/* formatRepository */.Sh)(destination.repository), tag.name].join(' ');
}
async function readConcurrentAt(places) {
    for (const { destination, tag, candidate, record } of places) {
        const { client, target } = destination;
        const digest = (await client.headManifest(tag.name))?.digest;
        const tagged = digest === undefined || digest === candidate.root.digest ? undefined : await readTaggedImage(client, digest);
        if (tagged === undefined || !isSameBuild(record, tagged.record))
            return undefined;
        if (isSameRelease({ ours: record, held: tagged.record, tag, tags: destination.tags }))
            return { digest: tagged.manifest.digest, target };
    }
    return undefined;
}
/** Whether a tag has come to hold another run's build of what this one publishes, while this one was building. */
function isCompeting(writer, tag, tagged) {
    const { publication, held, leading } = writer;
    return (leading !== undefined &&
        isConcurrent(writer, tag, tagged) &&
        held.get(tag.name) !== tagged.manifest.digest &&
        publication.existing !== 'overwrite');
}
/** Whether a tag held another build of what this run publishes before: one that a run has left there, and that ours was not made of. */
function isLeftOver(writer, tag, tagged) {
    return isConcurrent(writer, tag, tagged) && writer.held.get(tag.name) === tagged.manifest.digest;
}
/**
 * Whether a fixed tag that does not name our version (`sha-1a2b3c4`) holds the build of another one, of the same commit and by the same definition:
 * it means that commit by either image, so that it stays with the run that has it.
 */
function isOfOtherVersion({ publication, tags }, tag, { record: held }) {
    const { record: ours, existing } = publication;
    return existing === 'adopt' && tag.lifetime === 'fixed' && isSameBuild(ours, held) && !isSameRelease({ ours, held, tag, tags });
}
function isConcurrent({ publication, tags }, tag, { manifest, record: held }) {
    const { candidate, record: ours } = publication;
    return isSameRelease({ ours, held, tag, tags }) && manifest.digest !== candidate.root.digest;
}
/** Whether both are builds of one commit that are published as one version, which the image says, or the fixed tag that holds it by its name. */
function isSameRelease({ ours, held, tag, tags }) {
    if (!isSameBuild(ours, held))
        return false;
    return namesVersion(tag, ours) || (held.version === ours.version && isOfSameKind(ours, held, tags));
}
/**
 * Waits until the other run has given way, for as long as {@link readUntil} does.
 * @returns the digest that the tag holds then.
 * @throws {GivesWay} where it is this one that has to.
 */
async function resolveConflict(writer, tag, { manifest: { digest: concurrent } }) {
    const { client, publication, leading, target } = writer;
    const look = async () => {
        const [winner, held] = await Promise.all([leading?.readConcurrent(), client.headManifest(tag.name)]);
        return { held: held?.digest, winner };
    };
    const isOver = ({ held, winner }) => held !== concurrent || winner !== undefined || publication.signal.aborted;
    const { held, winner } = await readUntil(look, isOver, publication.clock);
    const stays = winner?.target === target ? winner.digest : concurrent; // of another target only what is seen here is known
    if (winner !== undefined || held === concurrent)
        throw new SupersededError(tag_writer_nameOf(client, tag), stays);
    return held;
}
/** The manifest of the image that ours gives way to; undefined where the registry has none of a build of the same. */
async function readConcurrent(writer, digest) {
    const tagged = await writer.readTaggedImage(digest);
    return tagged !== undefined && isSameBuild(writer.publication.record, tagged.record) ? tagged.manifest : undefined;
}

;// CONCATENATED MODULE: ./.build/publish/refusal.js

/**
 * Whether what was thrown is a registry's plain no (400 to 499), after which nothing was stored as a rule. After anything else (5xx, a
 * reset, no answer) the request may well have been done.
 */
function isRefusal(thrown) {
    const status = thrown instanceof registry_error/* RegistryError */.gl ? thrown.status : undefined;
    return status !== undefined && status >= 400 && status < 500;
}

;// CONCATENATED MODULE: ./.build/publish/ancestry.js
/** Where `ours` stands to `held`, by asking both ways; `unknown` where one commit or their relation is not known. */
async function readAncestry(ours, held, isAncestor) {
    if (ours === undefined || held === undefined)
        return 'unknown';
    const [ahead, behind] = await Promise.all([isAncestor(held, ours), isAncestor(ours, held)]);
    if (ahead === true)
        return 'ahead';
    if (behind === true)
        return 'behind';
    return ahead === false && behind === false ? 'diverged' : 'unknown';
}

// EXTERNAL MODULE: ./.build/publish/tags/newer-release.js
var newer_release = __webpack_require__(683);
;// CONCATENATED MODULE: ./.build/publish/tags/remove-tag.js





/** On the placeholder that stands under a tag for the moment before it is removed: which tag of which image it was for. */
const REMOVED_ANNOTATION = 'io.tagboat.removed';
/**
 * An empty index that only one tag of a repository ever holds. To remove a manifest removes all its tags, in some registries also where a tag is named: so the
 * tag is given a manifest of its own first, and that is removed.
 */
function makePlaceholder(tag, digest) {
    const content = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [], annotations: { [REMOVED_ANNOTATION]: `${tag} ${digest}` } };
    const bytes = Buffer.from(JSON.stringify(content));
    return { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes };
}
/** Whether a manifest is what a run left that was ended before it had removed a tag: nothing is published there. */
function isPlaceholder({ mediaType, bytes }) {
    return mediaType === OCI_INDEX && typeof (0,json/* asObject */.eB)((0,parse_json/* parseObject */.l)(bytes).annotations)[REMOVED_ANNOTATION] === 'string';
}
/** Whether the registry lets us remove manifests, tried with the placeholder before any tag holds it: half of the work must not be done. */
async function canRemove(client, placeholder) {
    try {
        await client.putManifest(placeholder.digest, placeholder);
        return await client.deleteManifest(placeholder.digest);
    }
    catch (error) {
        if (isRefusal(error))
            return false; // some take no empty index
        throw error;
    }
}

;// CONCATENATED MODULE: ./.build/publish/tags/decide-tag.js








/** How often a tag that changes between two looks at it is judged anew. */
const decide_tag_MAX_LOOKS = 5;
/**
 * Decides on what the tag was last known to hold, then looks whether it still does: nothing but that look lies before the PUT.
 * @throws {PublishError} where a fixed tag holds other content (P5), or the registry cannot be asked.
 * @throws {import('./concurrent-release.ts').GivesWay} where this run's image gives way to that of another one.
 */
async function look(writer, tag) {
    const { attempts, readTaggedImage, publication } = writer;
    let digest = writer.held.get(tag.name);
    for (let looks = 0; looks < decide_tag_MAX_LOOKS; looks += 1) {
        const tagged = digest === undefined ? undefined : await readTaggedImage(digest);
        if (tagged !== undefined && isCompeting(writer, tag, tagged)) {
            digest = await resolveConflict(writer, tag, tagged);
            continue;
        }
        const decision = await decide(writer, tag, { digest, tagged });
        const lookedAtMs = publication.clock.now();
        const now = await readTag(attempts.client, tag.name, digest);
        const before = tagged === undefined ? {} : { before: tagged.manifest };
        if (now === digest)
            return { record: { tag, ...decision, ...before }, lookedAtMs };
        digest = now;
    }
    throw new expected/* PublishError */.S(`${tag_writer_nameOf(writer.client, tag)} changes faster than it can be judged: other runs are writing it`);
}
async function decide(writer, tag, { digest, tagged }) {
    const { publication, client } = writer;
    const { candidate, existing } = publication;
    if (digest === candidate.root.digest)
        return { state: 'unchanged', confirmed: true };
    if (digest === undefined || (tagged !== undefined && isPlaceholder(tagged.manifest)))
        return { state: 'moved', confirmed: false };
    if (tag.lifetime === 'floating') {
        const { move, ...reason } = await judgeMove(writer, tag, { digest, tagged });
        return { state: move ? 'moved' : 'skipped', confirmed: !move, ...reason };
    }
    if (existing === 'overwrite')
        return { state: 'moved', confirmed: false, reason: `held ${digest}, which existing: overwrite gave up` };
    if (tagged !== undefined && isLeftOver(writer, tag, tagged))
        return { state: 'moved', confirmed: false, reason: `held ${digest}, another build of the same that a run had left there` };
    if (tagged !== undefined && isOfOtherVersion(writer, tag, tagged))
        return { state: 'skipped', confirmed: true, reason: tellOther(tagged) };
    throw new expected/* PublishError */.S(`${tag_writer_nameOf(client, tag)} is a fixed tag and holds ${digest}, which is other content; it is not overwritten`);
}
/** Why a fixed tag is left to the build of another version. */
function tellOther({ manifest: { digest }, record }) {
    return `it holds ${digest}, a build of the same commit${record.version === undefined ? '' : ` as ${record.version}`}`;
}
/** Where the version of the tagged image cannot be read, or differs from the tag it is published as, the repository's other tags decide (P4). */
async function judgeMove(writer, tag, held) {
    const { publication } = writer;
    if (publication.floating === 'always')
        return { move: true };
    const judgement = await judgeTaggedImage(publication, tag, held.tagged);
    const newer = judgement.order === 'older' ? undefined : await findNewer(writer, tag, { ...held, judgement });
    if (newer === undefined)
        return (0,guard/* decideMove */.qW)(judgement, publication.floating);
    const what = judgement.order === 'unknown' ? `${judgement.what}, and ${newer} is there` : `the image of ${newer}`;
    return { move: false, reason: `holds ${what}, which is newer` };
}
/** @returns the newest fixed tag in the tag's line, where it is newer than ours and decides: see {@link judgeMove}. */
async function findNewer(writer, tag, { digest, judgement }) {
    if (!(0,newer_release/* tellsNewerRelease */.d)(tag, writer.tags))
        return undefined;
    const isUnknown = judgement.order === 'unknown';
    const listed = await writer.listBeside(tag, digest).catch(whereUnknown(isUnknown));
    const newest = (0,newer_release/* findNewerRelease */.q)(tag, writer.tags, listed ?? []);
    if (newest === undefined || isUnknown)
        return newest;
    return (await writer.client.headManifest(newest))?.digest === digest ? newest : undefined;
}
/** A list that cannot be read is a failure only where nothing else decides. */
function whereUnknown(isUnknown) {
    return (error) => {
        if (isUnknown)
            throw error;
        return undefined;
    };
}
/** Compares the candidate with the tagged image, and asks for the ancestry of their commits where that counts. */
async function judgeTaggedImage(publication, tag, tagged) {
    if (tagged === undefined)
        return { order: 'unknown', what: 'an image that cannot be read' };
    const { record: held } = tagged;
    const { record: ours, isAncestor } = publication;
    const line = tag.line ?? { kind: 'other' };
    const byVersion = line.kind === 'version' || line.kind === 'channel';
    const ancestry = byVersion ? 'unknown' : await readAncestry(ours.revision, held.revision, isAncestor);
    return (0,guard/* judge */.S4)({ tag: tag.name, line, ours, held, ancestry });
}

;// CONCATENATED MODULE: ./.build/publish/tags/move-tag.js





/**
 * How many times as long as ours another run may take from its last look at a tag to its PUT: our read-back comes after
 * that, so that the newer of two runs sees what the older one has done and mends it. No read-back waits longer than the second.
 */
const SLOWER_RUN = 2;
const MAX_SETTLE_MS = 2000;
/** Of a tag that a newer run may write, however fast this run was: a race on the lab's registries was lost to a run that took 180 ms from its look to its PUT. */
const MIN_SETTLE_MS = 60;
/**
 * Moves one tag to the candidate: one manifest PUT where the registry takes it, and none where it holds the candidate already
 * (P6), where a fixed tag holds something else (P5), or where a floating one would go backwards (P4). Never throws.
 */
async function moveTag(writer, tag) {
    const { attempts, publication } = writer;
    const { candidate, clock, signal } = publication;
    let sent; // by an attempt whose answer was lost, or no success
    try {
        const record = await attempts.retry(async () => {
            const { record: decided, lookedAtMs } = await look(writer, tag);
            if (decided.state === 'unchanged' && sent !== undefined)
                return { ...sent, settledAtMs: settledAtMs(publication, tag) };
            if (decided.state !== 'moved')
                return decided;
            if (signal.aborted)
                return { ...decided, state: 'not moved', reason: (0,publish_reason/* reasonOf */.A3)(signal.reason) };
            sent = decided;
            await attempts.client.putManifest(tag.name, candidate.root);
            const tookMs = clock.now() - lookedAtMs;
            return { ...decided, settledAtMs: settledAtMs(publication, tag, tookMs) };
        });
        return { record };
    }
    catch (thrown) {
        const failed = move_tag_failureOf(thrown);
        if (sent === undefined)
            return { record: { ...untouched(writer, tag), reason: failed.failure }, ...failed };
        return findOut(writer, sent, { failed, isRefused: isRefusal(thrown) });
    }
}
/** What a failure says, and to which image ours gives way by it. */
function move_tag_failureOf(thrown) {
    return { ...(0,publish_reason/* faultOf */.Kl)(thrown), ...(thrown instanceof SupersededError ? { concurrent: thrown.digest } : {}) };
}
/** Until when a slower run is waited for, where seeing it changes anything. How long our own PUT took is not known where its answer was lost. */
function settledAtMs({ clock, record }, tag, tookMs = Number.POSITIVE_INFINITY) {
    const isFixed = tag.lifetime === 'fixed'; // it fails where another run took it
    if (!isFixed && !mayBeRaced(tag, record))
        return clock.now();
    return clock.now() + Math.min(MAX_SETTLE_MS, Math.max(isFixed ? 0 : MIN_SETTLE_MS, SLOWER_RUN * tookMs));
}
/** Whether an older run may write over our newer image: a git tag is one commit, and of other refs' images nothing says which is newer. */
function mayBeRaced({ line }, { ref }) {
    return line !== undefined && (line.kind !== 'other' || ref?.startsWith('refs/tags/') !== true);
}
/** The tag as preflight left it. */
function untouched({ held, publication }, tag) {
    const holdsIt = held.get(tag.name) === publication.candidate.root.digest;
    return { tag, state: holdsIt ? 'unchanged' : 'not moved', confirmed: false };
}
/** A PUT that failed may have been done all the same: it counts if the tag shows it. After a plain no that is looked at once, for it is true as a rule. */
async function findOut({ client, publication }, sent, { failed, isRefused }) {
    const { candidate, clock } = publication;
    const ours = candidate.root.digest;
    const read = () => readTag(client, sent.tag.name, ours);
    try {
        const digest = isRefused ? await read() : await readUntil(read, (seen) => seen === ours, clock);
        if (digest === ours)
            return { record: { ...sent, settledAtMs: settledAtMs(publication, sent.tag) } };
        return { record: { ...sent, state: 'not moved', reason: failed.failure }, ...failed };
    }
    catch {
        return { record: { ...sent, state: 'unknown', reason: failed.failure }, ...failed };
    }
}

;// CONCATENATED MODULE: ./.build/publish/tags/rollback.js





/**
 * Puts a floating tag back to what it held before this run (P3), by the very bytes read then. Where another run has taken it
 * meanwhile it is left alone; a tag that is new is removed where the registry allows it; else it stays and is reported.
 * Throws nothing but bugs: where it fails, the record is left to {@link confirmState}.
 * @param concurrent the digest of another run's image that replaces ours, if any: all tags go to that image, fixed ones too.
 */
async function rollBackTag(writer, record, concurrent) {
    const mayHoldOurs = record.state === 'moved' || record.state === 'unknown';
    if (!mayHoldOurs || writer.publication.signal.aborted)
        return record;
    const successor = concurrent === undefined ? undefined : await readConcurrent(writer, concurrent).catch(() => undefined);
    if (successor === undefined && record.tag.lifetime === 'fixed')
        return record;
    return restoreTag(writer, record, { to: successor ?? record.before, successor });
}
async function restoreTag(writer, record, { to, successor }) {
    const { client, publication, attempts } = writer;
    const { candidate, clock, signal } = publication;
    const { tag, before } = record;
    const ours = candidate.root.digest;
    const read = () => readTag(client, tag.name, ours);
    let isWritten = false;
    try {
        const held = await attempts.retry(async () => {
            const found = await readUntil(read, (seen) => isWritten || (seen !== undefined && (seen !== before?.digest || seen === successor?.digest)), clock);
            if (found !== ours || to === undefined || signal.aborted)
                return found;
            isWritten = true;
            await attempts.client.putManifest(tag.name, to);
            return readUntil(read, (seen) => seen !== ours, clock);
        });
        if (held !== ours)
            return leftWith(record, held, isWritten);
        if (to === undefined)
            return await removeNew(writer, record);
        const why = 'was put back, which the registry accepted and did not do';
        return { ...record, state: 'moved', confirmed: true, ...(isWritten ? { reason: why } : {}) };
    }
    catch (thrown) {
        if (!(0,expected/* isExpected */.D)(thrown))
            throw thrown;
        return { ...record, state: isWritten ? 'put back' : 'moved', confirmed: false, reason: `could not be put back: ${(0,publish_reason/* reasonOf */.A3)(thrown)}` };
    }
}
const STAYS = 'is new, and the registry does not let us remove it: it is still there';
const LEFT_EMPTY = 'is left with an empty index, since its removal was broken off; the next release takes it';
/** Removes a tag that is new; where the registry does not allow it, it stays and is reported. */
async function removeNew({ client, attempts, publication }, record) {
    const { candidate, clock, signal } = publication;
    const { name } = record.tag;
    const placeholder = makePlaceholder(name, candidate.root.digest);
    const stays = { ...record, state: 'moved', confirmed: true, reason: STAYS };
    if (signal.aborted || !(await canRemove(client, placeholder)))
        return stays;
    const held = await attempts.retry(async () => {
        const now = await readTag(attempts.client, name, candidate.root.digest);
        if (now === candidate.root.digest && !signal.aborted)
            await attempts.client.putManifest(name, placeholder);
        return now;
    });
    if (signal.aborted)
        return { ...stays, state: 'unknown', confirmed: false };
    if (held !== candidate.root.digest && held !== placeholder.digest)
        return leftWith(record, held, false);
    const isGone = await client.deleteManifest(placeholder.digest).catch((error) => {
        if (!(0,expected/* isExpected */.D)(error))
            throw error;
        return false;
    });
    if (!isGone) {
        await client.putManifest(name, candidate.root); // an image is better than an empty index
        return { ...stays, confirmed: false };
    }
    const left = await readUntil(() => readTag(client, name, undefined), (seen) => seen === undefined, clock);
    if (left !== undefined)
        return leftWith(record, left, true);
    return { ...record, state: 'put back', confirmed: true, reason: 'was new, and is removed again' };
}
const BROKEN_OFF = 'was being put when the run was ended; a moment later it did not show';
/** The record of a tag that does not hold the candidate any more. */
function leftWith(record, held, isWritten) {
    const { reason: _reason, ...confirmed } = { ...record, confirmed: true };
    const isBack = held === record.before?.digest;
    if (isBack && isWritten)
        return { ...confirmed, state: 'put back' };
    if (isBack)
        return { ...record, confirmed: true, state: 'not moved' };
    const why = isWritten ? 'went to the image of another run' : 'another run moved it meanwhile';
    const isLeft = !isWritten && record.tag.lifetime === 'floating'; // no fixed tag is left to others on purpose
    return { ...confirmed, state: isLeft ? 'skipped' : 'not moved', reason: `${why}: it holds ${held ?? 'nothing'}` };
}
/**
 * Reads a tag once whose state is not confirmed yet, and records what it holds. After a cancellation there is little time: a PUT that it
 * broke off and that does not show yet may still come about. Throws nothing but bugs.
 */
async function confirmState(writer, record) {
    if (record.confirmed || !['moved', 'unknown', 'put back'].includes(record.state))
        return record;
    const { candidate, clock, signal } = writer.publication;
    const ours = candidate.root.digest;
    try {
        if (!signal.aborted)
            await settled(record, clock);
        const reader = signal.aborted ? writer.lateClient : writer.client;
        const digest = await readTag(reader, record.tag.name, ours);
        if (digest === ours)
            return { ...record, state: 'moved', confirmed: true };
        if (digest === makePlaceholder(record.tag.name, ours).digest)
            return { ...record, state: 'not moved', confirmed: true, reason: LEFT_EMPTY };
        if (signal.aborted && record.state === 'unknown')
            return { ...record, reason: BROKEN_OFF };
        return leftWith(record, digest, record.state === 'put back');
    }
    catch (thrown) {
        if (!(0,expected/* isExpected */.D)(thrown))
            throw thrown;
        return { ...record, state: 'unknown', reason: record.reason ?? `was put and could not be read back: ${(0,publish_reason/* reasonOf */.A3)(thrown)}` };
    }
}

;// CONCATENATED MODULE: ./.build/publish/tags/verify.js







/** How often a tag is put again after runs with older images wrote over it. */
const MAX_REPAIRS = 3;
/** Of two builds of the newer version one may still give way to the other: what its tag holds is looked at once more after that. */
const OTHERS_SETTLE_MS = 500;
/**
 * Reads a tag back that was put, and answers for what it holds. A floating tag that another run took meanwhile is put again
 * if that run's image is older, and left to it otherwise: the newer one wins, in any order of writes. Never throws.
 */
async function verify_verifyTag(writer, record) {
    let result = { record };
    for (let repairs = 0; repairs <= MAX_REPAIRS; repairs += 1) {
        if (result.failure !== undefined || result.record.state !== 'moved' || result.record.confirmed)
            return result;
        const listNew = repairs === 0 ? writer.listNew : writer.listNewer; // a repair is a write after the first list
        result = await verify_attempt({ ...writer, listNew }, result.record);
    }
    if (result.record.confirmed || result.failure !== undefined)
        return result;
    const failure = `${tag_writer_nameOf(writer.client, record.tag)} was written over ${MAX_REPAIRS} times by runs with older images`;
    return { record: { ...result.record, state: 'unknown', reason: failure }, failure };
}
async function verify_attempt(writer, record) {
    try {
        return await verifyOnce(writer, record);
    }
    catch (thrown) {
        const failed = move_tag_failureOf(thrown);
        if (failed.concurrent !== undefined)
            return { record, ...failed };
        return { record: { ...record, state: 'unknown', reason: `was put and could not be read back: ${failed.failure}` }, ...failed };
    }
}
async function verifyOnce(writer, record) {
    const { client, publication } = writer;
    const { candidate, clock } = publication;
    const isTold = publication.floating !== 'always' && (0,newer_release/* tellsNewerRelease */.d)(record.tag, writer.tags);
    const listed = isTold ? await writer.listNew() : undefined;
    if (listed === undefined)
        await settled(record, clock);
    const old = record.before?.digest;
    const read = () => readTag(client, record.tag.name, candidate.root.digest);
    const digest = await readUntil(read, (seen) => seen !== old && seen !== undefined, clock);
    if (digest === candidate.root.digest)
        return listed === undefined ? confirmed(record) : yieldToNewer(writer, record, listed);
    if (digest !== old && digest !== undefined)
        return settleRace(writer, record, digest);
    const failure = notThere(tag_writer_nameOf(client, record.tag));
    return { record: { ...record, state: 'not moved', confirmed: true, reason: failure }, failure };
}
function confirmed(record) {
    return { record: { ...record, confirmed: true } };
}
/**
 * Our write landed last, but a newer version was published meanwhile, and its run will not check again. Restores its image, then checks once
 * more in case an even newer version appeared. A newer version from before this run does not count: somebody may have moved the tag back on purpose.
 */
async function yieldToNewer(writer, record, listed) {
    const { publication } = writer;
    let result = confirmed(record);
    let held = publication.candidate.root.digest;
    let names = listed;
    for (let repairs = 0; repairs < MAX_REPAIRS && names !== undefined; repairs += 1) {
        const newest = (0,newer_release/* findNewerRelease */.q)(record.tag, writer.tags, names);
        const tagged = newest === undefined ? undefined : await findTaggedImage(writer, newest);
        if (newest === undefined || tagged === undefined || tagged.manifest.digest === held)
            return result;
        await replace(writer, record.tag, { held, by: tagged.manifest });
        held = tagged.manifest.digest;
        result = { record: { ...record, state: 'skipped', confirmed: true, reason: `another run published ${newest} meanwhile` } };
        await publication.clock.sleep(OTHERS_SETTLE_MS);
        names = await writer.listNewer();
    }
    return result;
}
async function findTaggedImage({ client, readTaggedImage }, name) {
    const digest = (await client.headManifest(name))?.digest;
    return digest === undefined ? undefined : readTaggedImage(digest);
}
/** Where the tag holds something else by now, somebody newer has written it. */
async function replace({ attempts, publication }, tag, { held, by }) {
    await attempts.retry(async () => {
        const now = (await attempts.client.headManifest(tag.name))?.digest;
        if (now === held && !publication.signal.aborted)
            await attempts.client.putManifest(tag.name, by);
    });
}
/** Another run has put its image, of this digest, over ours. */
async function settleRace(writer, record, digest) {
    const { client, publication, readTaggedImage } = writer;
    const taken = { ...record, state: 'skipped', confirmed: true };
    const tagged = await readTaggedImage(digest);
    if (tagged !== undefined && isCompeting(writer, record.tag, tagged)) {
        await resolveConflict(writer, record.tag, tagged);
        return { record }; // to be read back once more
    }
    if (tagged !== undefined && isOfOtherVersion(writer, record.tag, tagged))
        return { record: { ...taken, reason: tellOther(tagged) } };
    if (record.tag.lifetime === 'fixed') {
        const failure = `${tag_writer_nameOf(client, record.tag)} is a fixed tag that another run took meanwhile: it holds ${digest}`;
        return { record: { ...taken, reason: failure }, failure };
    }
    if (tagged === undefined)
        throw new expected/* PublishError */.S(`it holds ${digest}, which is not there`); // its origin cannot be read
    const judgement = await judgeTaggedImage(publication, record.tag, tagged);
    if (judgement.order === 'newer' && publication.floating !== 'always')
        return repair(writer, record, digest);
    return { record: { ...taken, reason: `another run moved it meanwhile: it holds ${judgement.what}` } };
}
/** Moves the tag once more, from the other run's image: should this run fail later, that is what the tag goes back to. */
async function repair(writer, record, digest) {
    const result = await moveTag({ ...writer, held: new Map([[record.tag.name, digest]]) }, record.tag);
    return result.record.state === 'unchanged' ? { record: { ...record, confirmed: true } } : result;
}

;// CONCATENATED MODULE: ./.build/publish/publish.js










/**
 * Publishes the candidates as one transaction: no tag moves anywhere until every required destination holds the complete,
 * digest-checked content; when one fails while tags move, floating tags go back to what they held. Registries' failures and
 * cancellation do not throw: they are in the outcome, together with what is published where.
 */
async function publish(request) {
    const { signal, contentAt, isAhead, imageFor } = request;
    const digestFor = (destination) => imageFor(destination).candidate.root.digest;
    const destinations = request.readiness.destinations.map(({ destination }) => destination);
    const leading = findArbiterTag(destinations, imageFor);
    const writerOf = prepareWriters(request, leading);
    const hasSeveral = new Set(destinations.map(({ target }) => target)).size > 1;
    const isFirst = (tag, destination) => hasSeveral && tag === leading?.tag && destination === leading.destination;
    const steps = [
        // The content, blob by blob, and the manifests by digest, read back: nothing visible changes.
        contentStep(contentAt),
        manifestStep(writerOf, isAhead),
        // Of several images the leading tag alone: a run that gives way could not tell what the other one has built of the others.
        ...(hasSeveral ? [tagStep(writerOf, isFirst), verifyStep(writerOf)] : []),
        // Fixed tags first: they are what a re-run adopts.
        tagStep(writerOf, (tag, destination) => tag.lifetime === 'fixed' && !isFirst(tag, destination)),
        tagStep(writerOf, ({ lifetime, name }) => lifetime === 'floating' && name !== 'latest'),
        tagStep(writerOf, ({ lifetime, name }) => lifetime === 'floating' && name === 'latest'),
        verifyStep(writerOf),
        // Signatures once more: another process may have written their listing over ours since.
        listingStep(writerOf),
    ];
    const all = request.readiness.destinations.map((ready) => start(ready, digestFor(ready.destination)));
    const { each, required } = runSteps(all, steps, signal);
    const settled = await Promise.all(each.map(async (progress) => settle(await progress, writerOf, await required)));
    return summarizeOutcome(settled, digestFor, signal.aborted ? (0,publish_reason/* reasonOf */.A3)(signal.reason) : undefined);
}
/** The image that ours gives way to: at every destination the one that the leading tag shows, where it is known. */
function concurrentOf(progress, required) {
    const ofSame = required.filter(({ destination }) => destination.target === progress.destination.target);
    return [...ofSame, progress].find(({ concurrent }) => concurrent !== undefined)?.concurrent;
}
/** One writer a destination, so that what it has read is remembered from step to step. */
function prepareWriters({ readiness, imageFor, ...terms }, leading) {
    const writers = new Map(readiness.destinations.map((ready) => {
        const publication = { ...terms, ...imageFor(ready.destination) };
        const { held, listing } = ready.kind === 'ready' ? ready : { held: new Map(), listing: Promise.resolve(undefined) };
        return [ready.destination, makeWriter(publication, ready.destination, { held, listing, leading })];
    }));
    return ({ destination }) => {
        const writer = writers.get(destination);
        if (writer === undefined)
            throw new Error('a destination that preflight did not see');
        return writer;
    };
}
/** Nothing is done yet; what holds the candidate already is said so even if the run never comes to it. */
function start(ready, digest) {
    const { destination } = ready;
    if (ready.kind === 'skipped')
        return { destination, tags: [], failure: ready.reason };
    const unchanged = destination.tags.filter(({ name }) => ready.held.get(name) === digest);
    return { destination, tags: unchanged.map((tag) => ({ tag, state: 'unchanged', confirmed: true })), failure: undefined };
}
function contentStep(contentAt) {
    return async (progress) => {
        const { failure } = await contentAt(progress.destination);
        return failure === undefined ? progress : { ...progress, ...(0,publish_reason/* faultOf */.Kl)(failure) };
    };
}
/** Where a tag holds the candidate, its manifests are there already. */
function manifestStep(writerOf, isAhead) {
    return async (progress) => {
        const { client, held, readTaggedImage, publication } = writerOf(progress);
        const { candidate, clock } = publication;
        warm(readTaggedImage, held);
        if (await isAhead(progress.destination))
            return progress;
        const isThere = [...held.values()].includes(candidate.root.digest);
        await (isThere ? putMissingManifests : putManifests)(client, candidate);
        await confirmManifests(client, candidate, clock);
        return progress;
    };
}
/** Reads what the tags hold while the manifests are under way. What fails here is asked for again, and heard, when it is needed. */
function warm(readTaggedImage, held) {
    for (const digest of new Set(held.values())) {
        if (digest !== undefined)
            readTaggedImage(digest).catch(() => undefined);
    }
}
function tagStep(writerOf, isWanted) {
    return async (progress) => {
        const tags = progress.destination.tags.filter((tag) => isWanted(tag, progress.destination));
        return withResults(progress, await Promise.all(tags.map((tag) => moveTag(writerOf(progress), tag))));
    };
}
function verifyStep(writerOf) {
    return async (progress) => withResults(progress, await Promise.all(progress.tags.map((record) => verify_verifyTag(writerOf(progress), record))));
}
function listingStep(writerOf) {
    return async (progress) => {
        const { client, publication } = writerOf(progress);
        await listReferrers(client, publication.candidate, publication.clock);
        return progress;
    };
}
function withResults(progress, results) {
    const records = results.map(({ record }) => record);
    const failed = results.filter((result) => result.failure !== undefined);
    const { failure, concurrent, bug } = failed.find((result) => result.bug !== undefined) ?? failed[0] ?? {};
    return {
        ...withRecords(progress, records),
        failure,
        ...(concurrent === undefined ? {} : { concurrent }),
        ...(bug === undefined ? {} : { bug }),
    };
}
async function settle(progress, writerOf, required) {
    try {
        return await settleTags(progress, writerOf, required);
    }
    catch (bug) {
        return { ...progress, ...(0,publish_reason/* faultOf */.Kl)(bug) }; // registries' failures are in the records
    }
}
/** Puts tags back where this destination, or a required one, has failed; then no record is left unconfirmed. */
async function settleTags(progress, writerOf, required) {
    const writer = writerOf(progress);
    const goesBack = hasEnded(required) || progress.failure !== undefined;
    const concurrent = concurrentOf(progress, required);
    const back = goesBack ? await Promise.all(progress.tags.map((record) => rollBackTag(writer, record, concurrent))) : progress.tags;
    return withRecords(progress, await Promise.all(back.map((record) => confirmState(writer, record))));
}

;// CONCATENATED MODULE: ./.build/report/report.js
/** What is known of an image, with what the gates found where they were reached. */
function reportImage({ planned, built, adopted, imageId }, verdict) {
    const { root, images } = built.candidate;
    return {
        target: planned.target,
        digest: root.digest,
        platforms: images,
        ...(imageId === undefined ? {} : { imageId }),
        ...(adopted === undefined ? {} : { adopted }),
        ...(verdict === undefined ? {} : { verdict }),
    };
}

// EXTERNAL MODULE: ./.build/facts/dockerfile-place.js
var dockerfile_place = __webpack_require__(5912);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./.build/host/regular-file.js
var regular_file = __webpack_require__(5780);
;// CONCATENATED MODULE: ./.build/oci/layout.js











const READ_BYTES = 256 * 1024;
/** Above the limits of a manifest and of a configuration, which have messages of their own. */
const MAX_JSON_BYTES = 16 * 1024 * 1024;
/**
 * Reads an OCI layout: a folder as `docker buildx build --output type=oci,tar=false` writes it. Its `index.json` lists one image (or
 * one index, which is the usual case), or is itself the index of images for different platforms.
 * @param named the input that names it, and what is given there.
 * @throws {ProblemError} where the folder holds no layout, none that is whole, or several images.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md
 */
async function readLayout(directory, named = { where: 'source', given: directory }) {
    try {
        const root = await readRoot(directory);
        const candidate = await makeCandidate(root, {
            findManifest: (child) => readManifest(directory, child),
            readBlob: (blob) => readWhole(directory, blob),
            openBlob: (digest) => openFile(directory, digest, named),
        });
        await checkBlobs(directory, candidate);
        return candidate;
    }
    catch (error) {
        if (isSystemError(error) || !(error instanceof Error))
            throw error;
        const accepted = 'write an OCI layout with all blobs of all its platforms, such as docker buildx build --output type=oci and docker save (25 or later) give';
        throw new text_problem/* ProblemError */.Mm({
            ...named,
            wrong: `holds no image that can be published: ${asClause(error.message)}`,
            accepted,
        });
    }
}
async function readRoot(directory) {
    const bytes = await readIfThere((0,external_node_path_.join)(directory, 'index.json'));
    if (bytes === undefined)
        throw new Error('It has no index.json.');
    const index = { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes };
    const content = readManifestContent(index, 'Its index.json');
    const listed = content.kind === 'index' ? content.children.filter(({ mediaType }) => isManifestType(mediaType)) : [];
    const entries = [...new Map(listed.map((entry) => [entry.digest, entry])).values()]; // docker save lists an image once a name
    const [only] = entries;
    if (only === undefined)
        throw new Error('Its index.json lists no image.');
    if (entries.length > 1)
        return checkPlatforms(index, entries);
    const root = await readManifest(directory, only);
    if (root === undefined)
        throw new Error(`Its index.json lists ${only.digest}, which is not there.`);
    return root;
}
/** Several entries are one image where each is for another platform; else they are images that happen to share a folder. */
function checkPlatforms(index, entries) {
    const platforms = entries.filter(({ isAttestation }) => !isAttestation).map(({ platform }) => platform);
    if (platforms.includes(undefined) || new Set(platforms).size < platforms.length)
        throw new Error(`Its index.json lists ${platforms.length} images.`);
    return index;
}
async function readManifest(directory, { mediaType, digest, size }) {
    if (size > MAX_MANIFEST_BYTES)
        throw new Error(`The manifest ${digest} has ${size} bytes; registries take ${MAX_MANIFEST_BYTES}.`);
    const bytes = await readIfThere(blobPath(directory, digest));
    return bytes && checkContent({ mediaType, digest, bytes });
}
async function readWhole(directory, { digest }) {
    const bytes = await readIfThere(blobPath(directory, digest));
    if (bytes === undefined)
        throw new Error(`The blob ${digest} is not there.`);
    return checkContent({ digest, bytes }).bytes;
}
function checkContent(content) {
    const found = digestOf(content.bytes);
    if (found !== content.digest)
        throw new Error(`The file of ${content.digest} has the digest ${found}.`);
    return content;
}
/** Sizes now, digests while the blobs are sent: hashing them all here would read the image twice. */
async function checkBlobs(directory, { blobs }) {
    const sizes = await Promise.all(blobs.map(({ digest }) => sizeIfThere(blobPath(directory, digest))));
    for (const [position, { digest, size }] of blobs.entries()) {
        const found = sizes[position];
        if (found === undefined)
            throw new Error(`The blob ${digest} is not there.`);
        if (found !== size)
            throw new Error(`The blob ${digest} has ${found} bytes; its manifest says ${size}.`);
    }
}
function openFile(directory, digest, named) {
    const damage = ({ found }) => new text_problem/* ProblemError */.Mm({ ...named, wrong: `is damaged: the file of ${digest} has ${found}`, accepted: 'make it again' });
    return () => {
        const stream = (0,external_node_fs_.createReadStream)(blobPath(directory, digest), { highWaterMark: READ_BYTES });
        return checkDigest(stream, { digest, limitBytes: Number.POSITIVE_INFINITY }, damage);
    };
}
function blobPath(directory, digest) {
    if (!isSha256(digest))
        throw new Error(`${digest} is not a sha256 digest.`); // never a path of somebody's making
    return (0,external_node_path_.join)(directory, 'blobs', 'sha256', digest.slice('sha256:'.length));
}
async function readIfThere(path) {
    const content = await (0,regular_file/* readRegularBytes */.O)(path, { maxBytes: MAX_JSON_BYTES });
    if ('bytes' in content)
        return content.bytes;
    if (content.failure === 'is not there' || content.failure === 'cannot be read (ENOTDIR)')
        return undefined;
    throw new Error(`${path} ${content.failure}.`);
}
async function sizeIfThere(path) {
    const found = await (0,promises_.stat)(path).catch(undefinedIfMissing);
    if (found === undefined || found.isFile())
        return found?.size;
    throw new Error(`${path} is not a regular file.`); // a pipe would be waited for
}
function undefinedIfMissing(error) {
    const code = isSystemError(error) ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
        throw error;
    return undefined;
}
function isSystemError(error) {
    return typeof error === 'object' && error !== null && 'syscall' in error;
}
/** A sentence as the end of another one. */
function asClause(sentence) {
    return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

// EXTERNAL MODULE: ./.build/plan/text/bake-definition.js
var bake_definition = __webpack_require__(1203);
// EXTERNAL MODULE: ./.build/plan/inputs/attestations.js
var attestations = __webpack_require__(601);
// EXTERNAL MODULE: ./.build/plan/naming/annotations.js
var naming_annotations = __webpack_require__(7215);
;// CONCATENATED MODULE: ./.build/build/arguments.js




/** One argument of a process may have 128 KiB on Linux. @see execve(2), MAX_ARG_STRLEN */
const MAX_ARGUMENT_BYTES = 131_071;
/**
 * The arguments of `docker` for one build. Every value is an argument of its own: nothing is quoted, nothing is split.
 * @throws {ProblemError} where a label, annotation or build argument is longer than a process may be given.
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/
 */
function buildxArguments(build, imageMetadata, call) {
    const labels = Object.entries(imageMetadata.labels).map(([key, value]) => `${key}=${value}`);
    const annotations = imageMetadata.annotations.map(naming_annotations/* formatAnnotation */.tn);
    const buildArgs = build.buildArgs.map(([key, value]) => `${key}=${value}`);
    refuseTooLong({ labels, annotations, 'build-args': buildArgs });
    return [
        'buildx',
        'build',
        ...flag('builder', call.builder),
        ...each('platform', build.platforms.map(text_platform/* formatPlatform */.B)),
        ...flag('file', build.file),
        ...flag('target', build.target),
        ...each('build-arg', buildArgs),
        ...each('build-context', build.buildContexts),
        ...each('secret', call.secrets),
        ...each('ssh', build.ssh),
        ...(build.noCache ? ['--no-cache'] : []),
        ...each('no-cache-filter', build.noCacheFilters),
        ...(build.pull ? ['--pull'] : []),
        ...each('add-host', build.addHosts),
        ...each('allow', build.allow),
        ...flag('network', build.network),
        ...flag('shm-size', build.shmSize),
        ...each('ulimit', build.ulimit),
        ...flag('cgroup-parent', build.cgroupParent),
        ...arguments_attestations(build),
        ...each('cache-from', build.cacheFrom),
        ...each('cache-to', build.cacheTo),
        ...each('label', labels),
        ...each('annotation', annotations),
        ...each('output', call.outputs),
        ...flag('metadata-file', call.metadataFile),
        ...build.extraArgs,
        '--',
        build.context,
    ];
}
/** What buildx gets through its environment. @see https://docs.docker.com/build/ci/github-actions/reproducible-builds/ */
function buildEnvironment({ sourceDateEpoch }) {
    return sourceDateEpoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(sourceDateEpoch) };
}
/** None where the value is empty. */
function flag(name, value) {
    return value === '' ? [] : [`--${name}=${value}`];
}
/** One for each value. */
function each(name, values) {
    return values.map((value) => `--${name}=${value}`);
}
function arguments_attestations(build) {
    const { attests, provenance, sbom } = (0,attestations/* askedAttestations */.cF)(build);
    return [...each('attest', attests), ...flag('provenance', provenance), ...flag('sbom', sbom)];
}
function refuseTooLong(values) {
    const problems = Object.entries(values).flatMap(([where, texts]) => texts.filter(isTooLong).map((text) => tooLong(where, text)));
    if (problems.length > 0)
        throw new text_problem/* ProblemError */.Mm(problems);
}
function isTooLong(text) {
    return Buffer.byteLength(text) + '--annotation='.length > MAX_ARGUMENT_BYTES;
}
function tooLong(where, text) {
    return {
        where,
        given: text.slice(0, text.indexOf('=')),
        wrong: `has a value of ${Buffer.byteLength(text)} bytes`,
        accepted: 'a process argument may have 128 KiB: shorten it',
    };
}

;// CONCATENATED MODULE: ./.build/build/bake-file.js





/**
 * The one bake file that is built: the definition as buildx resolved it, with what the inputs say of all targets, and with labels, annotations
 * and outputs of ours on those that are published. Nothing is evaluated a second time.
 * @see https://docs.docker.com/build/bake/reference/
 */
function makeBakeFile(build, targets, { images, secrets }) {
    const entries = targets.map((target) => {
        const completed = { ...target, source: completeTarget(target.source, build, secrets) };
        const image = images.find((each) => each.target === target.name);
        return [target.name, image === undefined ? addAttestations(completed, build) : addImage(completed, image, build)];
    });
    return { target: Object.fromEntries(entries) };
}
function completeTarget(source, build, secrets) {
    const { platforms, buildArgs, sourceDateEpoch, ssh } = build;
    const epoch = sourceDateEpoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(sourceDateEpoch) };
    const given = Object.fromEntries(buildArgs.map(([key, value]) => [key, (0,bake_definition/* templateOf */.kW)(value)]));
    return {
        ...source,
        args: { ...epoch, ...(0,json/* asObject */.eB)(source.args), ...given },
        ...(platforms.length === 0 ? {} : { platforms: platforms.map(text_platform/* formatPlatform */.B) }),
        ...(secrets.length === 0 ? {} : { secret: [...(0,json/* asList */.DD)(source.secret), ...secrets.map(bake_definition/* templateOf */.kW)] }),
        ...(ssh.length === 0 ? {} : { ssh: [...(0,json/* asList */.DD)(source.ssh), ...ssh.map(bake_definition/* templateOf */.kW)] }),
    };
}
/** Of a target that has no image: what the inputs say, and nothing that is only usual. */
function addAttestations(target, build) {
    const attest = bake_file_attestations(target.source, { ...build, usualProvenance: '' });
    return (0,bake_definition/* ownOutputs */.X8)(target).length === 0 || attest.length === 0 ? target.source : { ...target.source, attest };
}
/** Its tags are left out: they would name what is pushed to us. */
function addImage(target, { name, imageMetadata, outputs }, build) {
    const { source } = target;
    const labels = Object.entries(imageMetadata.labels).map(([key, value]) => [(0,bake_definition/* templateOf */.kW)(key), (0,bake_definition/* templateOf */.kW)(value)]);
    return {
        ...(0,json/* without */.FF)(source, ['tags']),
        labels: { ...(0,json/* asObject */.eB)(source.labels), ...Object.fromEntries(labels) },
        annotations: [...(0,json/* asList */.DD)(source.annotations), ...imageMetadata.annotations.map(naming_annotations/* formatAnnotation */.tn).map(bake_definition/* templateOf */.kW)],
        attest: bake_file_attestations(source, build),
        output: [...(0,bake_definition/* ownOutputs */.X8)(target).map((output) => nameOutput(output, name)), ...outputs.map(bake_definition/* templateOf */.kW)],
    };
}
/** buildx names an image by the tags that are left out. */
function nameOutput(output, name) {
    const attributes = (0,json/* asObject */.eB)(output);
    const isUnnamedImage = ['docker', 'oci'].includes((0,json/* asText */.e1)(attributes.type) ?? '') && attributes.name === undefined;
    return isUnnamedImage ? { ...attributes, name: (0,bake_definition/* templateOf */.kW)(name) } : output;
}
/** What an input says wins over the target's own, and that over what is usual. */
function bake_file_attestations(source, build) {
    const own = (0,json/* asList */.DD)(source.attest);
    const hasOwn = own.some((each) => (0,json/* asText */.e1)((0,json/* asObject */.eB)(each).type) === 'provenance');
    const { attests, provenance, sbom } = (0,attestations/* askedAttestations */.cF)(hasOwn ? { ...build, usualProvenance: '' } : build);
    const given = [...attests, ...attestation('provenance', provenance), ...attestation('sbom', sbom)];
    const isReplaced = (each) => given.some((text) => text.split(',').includes(`type=${(0,json/* asText */.e1)((0,json/* asObject */.eB)(each).type)}`));
    return [...own.filter((each) => !isReplaced(each)), ...given.map(bake_definition/* templateOf */.kW)];
}
/** As `--provenance` and `--sbom` are written. @see `CanonicalizeAttest` of https://github.com/docker/buildx/blob/v0.29.1/util/buildflags/attests.go */
function attestation(type, value) {
    if (value === '')
        return [];
    if (value === 'true')
        return [`type=${type}`];
    return [value === 'false' ? `type=${type},disabled=true` : `type=${type},${value}`];
}

;// CONCATENATED MODULE: ./.build/docker/attempts.js
/** Thirty seconds in all: BuildKit itself has waited for some seconds before it gives up. */
const BUILD_PAUSES_MS = [2_000, 8_000, 20_000];
/** Runs a command until it ends well, or fails for good. Logs every further attempt with its reason. */
async function runAttempts({ what, run, causeOf, pausesMs }, patience) {
    const started = patience.now();
    for (let times = 1;; times += 1) {
        const result = await run();
        const cause = result.code === 0 ? undefined : causeOf(result);
        const pauseMs = pausesMs[times - 1];
        if (cause === undefined || pauseMs === undefined || times >= cause.attempts) {
            return times === 1 ? result : { ...result, tries: { times, seconds: Math.round((patience.now() - started) / 1000) } };
        }
        const waitMs = pauseMs * (0.5 + patience.random() / 2); // jitter: jobs of one matrix fail at the same moment
        const most = Math.min(cause.attempts, pausesMs.length + 1);
        patience.tell(`Trying ${what} again in ${Math.ceil(waitMs / 1000)} s (attempt ${times + 1} of at most ${most}): ${cause.reason}`);
        await patience.sleep(waitMs);
    }
}

;// CONCATENATED MODULE: ./.build/docker/transient.js
/** Three more attempts: most outages of a registry that are short at all are over by then. */
const ATTEMPTS = 4;
/** A resolver's hiccup is rarer than a wrong name. */
const ATTEMPTS_FOR_A_NAME = 2;
/** Checked first. What a command of the Dockerfile printed may look like any other cause. */
const FINAL = [
    /^process "[\s\S]*" did not complete successfully/,
    /dockerfile parse error/,
    /failed to calculate checksum of ref/,
    /failed to push/, // to us, on loopback: running the build again changes nothing
    /pull rate limit/i, // a window of six hours
];
/**
 * What BuildKit, containerd and git print for an HTTP status: of an image's registry or its token service, of `ADD` of a URL, of a Git
 * context. @see https://github.com/containerd/containerd/blob/main/core/remotes/errors/errors.go
 */
const STATUSES = [
    /unexpected status from \S+ request to (?<place>\S+): (?<status>\d{3})\b(?<words>[ A-Za-z]*)/,
    /unexpected status code (?<place>\[[^\]]*\]|\S+): (?<status>\d{3})\b(?<words>[ A-Za-z]*)/,
    /invalid response status (?<status>\d{3})\b/,
    /unable to access '(?<place>[^']+)': The requested URL returned error: (?<status>\d{3})\b/,
];
/** What they print before the words of Go's or git's network functions. */
const REQUEST = /failed to do request: |failed to (?:load cache key|copy|authorize|fetch)\b|unable to access '/;
/** @see https://pkg.go.dev/net, https://pkg.go.dev/net/http, https://curl.se/libcurl/c/libcurl-errors.html */
const NETWORK = [
    { words: /no such host|Could not resolve host/, attempts: ATTEMPTS_FOR_A_NAME },
    { words: /server misbehaving|[Tt]emporary failure in name resolution/, attempts: ATTEMPTS },
    { words: /[Cc]onnection reset by peer|[Cc]onnection refused|broken pipe|no route to host|network is unreachable/, attempts: ATTEMPTS },
    { words: /i\/o timeout|TLS handshake timeout|Client\.Timeout exceeded|[Cc]onnection timed out|deadline exceeded/, attempts: ATTEMPTS },
    { words: /unexpected EOF|\bEOF$|early EOF|unexpected disconnect/, attempts: ATTEMPTS },
];
/** Steps of buildx in which a builder is started and reached; nothing of the Dockerfile has run then. */
const BOOT = /^#\d{1,6} \[internal\] (?:booting buildkit|waiting for connection)$/;
/**
 * Whether a build that failed may succeed when it is run again, from what buildx's plain progress says at its end: base images, remote files and
 * Git contexts that could not be had just then, and a builder that did not start. Undefined for everything else.
 */
function findTransientCause(stderr) {
    const lines = stderr.replaceAll('\r\n', '\n').split('\n');
    const cause = readFinalError(lines);
    if (cause === undefined || FINAL.some((pattern) => pattern.test(cause)))
        return undefined;
    return findStatus(cause) ?? findNetworkCause(cause) ?? findBoot(lines, cause);
}
/** From the last `ERROR:` on; git's own words follow on further lines. */
function readFinalError(lines) {
    const at = lines.findLastIndex((line) => line.startsWith('ERROR: '));
    if (at < 0)
        return undefined;
    return lines
        .slice(at)
        .join('\n')
        .trimEnd()
        .replace(/^ERROR: (?:target \S+: )?(?:failed to (?:build|solve): )*/, '');
}
function findStatus(cause) {
    for (const pattern of STATUSES) {
        const { place = '', status, words = '' } = pattern.exec(cause)?.groups ?? {};
        if (status === undefined)
            continue;
        const answer = [hostOf(place), `${status}${words.trimEnd()}`].filter((part) => part !== '').join(': ');
        return isTransient(Number(status)) ? { reason: answer, attempts: ATTEMPTS } : undefined;
    }
    return undefined;
}
/** 501 and 505 say that the server cannot do this at all. */
function isTransient(status) {
    return status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
}
function findNetworkCause(cause) {
    if (!REQUEST.test(cause))
        return undefined;
    const found = NETWORK.find(({ words }) => words.test(cause));
    if (found === undefined)
        return undefined;
    const [, place = ''] = /(?:Head "|Get "|Post "|unable to access ')([^"']+)/.exec(cause) ?? [];
    const words = found.words.exec(cause)?.[0] ?? '';
    return { reason: [hostOf(place), words].filter((part) => part !== '').join(': '), attempts: found.attempts };
}
function findBoot(lines, cause) {
    const steps = lines.filter((line) => /^#\d{1,6} \[/.test(line));
    const hasBootedLast = BOOT.test(steps.at(-1) ?? '');
    return hasBootedLast ? { reason: `the builder did not start: ${cause.split('\n')[0]}`, attempts: ATTEMPTS_FOR_A_NAME } : undefined;
}
/** `https://ghcr.io/v2/` is at ghcr.io. */
function hostOf(place) {
    return URL.canParse(place) ? new URL(place).host : '';
}

;// CONCATENATED MODULE: ./.build/build/build-request.js


/** Builds, and again where the cause is transient. What arrived in the staging registry stays there, and is not sent a second time. */
function runBuild({ run, patience }, { args, env = {}, clear }) {
    const attempt = async () => {
        await clear?.();
        return run(args, { show: true, env });
    };
    const causeOf = ({ stderr }) => findTransientCause(stderr);
    return runAttempts({ what: 'the build', run: attempt, causeOf, pausesMs: BUILD_PAUSES_MS }, patience);
}

// EXTERNAL MODULE: ./.build/build/failure.js
var failure = __webpack_require__(8659);
// EXTERNAL MODULE: ./.build/plan/text/csv.js
var csv = __webpack_require__(9798);
;// CONCATENATED MODULE: ./.build/build/output.js



/** The tag that marks the end of a push. */
const MARK = 'run';
/** The value of `--output` that pushes an image to the staging registry. */
function pushOutput(repository, { build, builder, canSkipStore }) {
    const skipStore = builder.driver === 'docker' && canSkipStore ? ',store=false' : '';
    return `type=image,name=${repository}:${MARK},push=true${skipStore}${fileTimes(build)}`;
}
/** The value of `--output` that writes an image as an OCI layout into this folder. */
function layoutOutput(folder, { build }) {
    return `type=oci,${(0,csv/* quoteField */.nL)(`dest=${folder}`)},tar=false${fileTimes(build)}`;
}
/** The value of `--output` that puts an image into the engine under this name. Its files keep their times: BuildKit cannot unpack what it rewrites. */
function engineOutput(name) {
    return `type=docker,name=${name}`;
}
/** @see https://docs.docker.com/build/ci/github-actions/reproducible-builds/ */
function fileTimes({ reproducible }) {
    return reproducible ? ',rewrite-timestamp=true' : '';
}
/** The build itself went well, and the push could not even connect: the builder has another loopback than we have. */
function neverArrived({ stderr }, staging) {
    return (staging.requests() === 0 && stderr.includes(staging.address) && /dial tcp|connection refused|no route to host|i\/o timeout/.test(stderr));
}
/** buildx's build result metadata, '' where it wrote none. */
function readMetadata(folder) {
    return (0,promises_.readFile)(external_node_path_.join(folder, 'metadata.json'), 'utf8').catch(() => '');
}

;// CONCATENATED MODULE: ./.build/build/bake.js











/**
 * Builds all targets by one call of bake, which takes them in the order of what they build on.
 * @throws {BuildError} where a line of a Dockerfile fails, or {DockerError} where the build does otherwise, or ends well without an image.
 */
async function bakeCandidates(request) {
    const { builder, staging, images } = request;
    if (builder.delivery === 'layout')
        return bakeLayouts(request);
    const outputFor = ({ repository }) => pushOutput(`${staging.address}/${repository}`, request);
    const result = await runBake(request, outputFor);
    if (result.code !== 0 && neverArrived(result, staging))
        return bakeLayouts(request);
    if (result.code !== 0)
        throw staging.failure() ?? (await bake_failureOf(result, request));
    const metadata = await readMetadata(request.folder);
    const made = await Promise.all(images.map(async ({ repository, target }) => {
        const candidate = await staging.candidate(repository);
        if (candidate === undefined)
            throw new host_process/* DockerError */.B(`docker buildx bake pushed no image of target ${target} and`, result);
        return { candidate, metadata, pullFrom: `${staging.address}/${repository}` };
    }));
    return { images: made, metadata };
}
async function bakeLayouts(request) {
    const folderOf = ({ repository }) => external_node_path_.join(request.folder, repository);
    const clear = async () => {
        await Promise.all(request.images.map((image) => (0,promises_.rm)(folderOf(image), { recursive: true, force: true })));
    };
    const result = await runBake(request, (image) => layoutOutput(folderOf(image), request), clear);
    if (result.code !== 0)
        throw await bake_failureOf(result, request);
    const metadata = await readMetadata(request.folder);
    const made = request.images.map(async (image) => ({ candidate: await readLayout(folderOf(image)), metadata, layout: folderOf(image) }));
    return { images: await Promise.all(made), metadata };
}
function bake_failureOf(result, request) {
    return (0,failure/* buildError */.dT)('docker buildx bake', result, (target) => placesOf(request, target === undefined ? namesOf(request) : [target]));
}
/** Of these targets, and then of what they build on. */
function placesOf({ definition }, names) {
    const all = (0,bake_definition/* withBases */.bL)(definition, names);
    const isOwn = ({ name }) => names.includes(name);
    return [...all.filter(isOwn), ...all.filter((target) => !isOwn(target))].map(dockerfile_place/* readPlace */.yI);
}
/** `,compression=zstd` */
function packing({ target }, { targets }) {
    const said = targets.filter(({ name }) => name === target).flatMap((each) => Object.entries((0,bake_definition/* packingOf */.bp)(each)));
    return said.map(([key, value]) => `,${key}=${value}`).join('');
}
function namesOf({ images, again, others }) {
    return [...[...images, ...again].map(({ target }) => target), ...others];
}
async function runBake(request, outputFor, clear) {
    const { build, definition, images, again, loadsItself, secrets, folder, builder } = request;
    const file = external_node_path_.join(folder, 'bake.json');
    const baked = [
        ...images.map((image) => ({
            ...image,
            outputs: [...(loadsItself ? [engineOutput(image.name)] : []), `${outputFor(image)}${packing(image, definition)}`],
        })),
        ...again.map((image) => ({ ...image, outputs: [] })),
    ];
    const names = namesOf(request);
    await (0,promises_.writeFile)(file, JSON.stringify(makeBakeFile(build, (0,bake_definition/* withBases */.bL)(definition, names), { images: baked, secrets })), { mode: 0o600 });
    const args = [
        'buildx',
        'bake',
        ...flag('file', file),
        ...flag('builder', builder.name),
        ...(build.noCache ? ['--no-cache'] : []),
        ...(build.pull ? ['--pull'] : []),
        ...each('allow', build.allow),
        ...flag('metadata-file', external_node_path_.join(folder, 'metadata.json')),
        ...build.extraArgs,
        ...names,
    ];
    return runBuild(request, { args, env: request.isIsolated ? FILES_GUARDED : FILES_ALLOWED, clear });
}
/** bake would ask whether it may read what its files name, and no user is there to answer. @see https://docs.docker.com/build/bake/entitlements/ */
const FILES_ALLOWED = { BUILDX_BAKE_ENTITLEMENTS_FS: '0' };
/** A foreign head may name files of its checkout only. */
const FILES_GUARDED = { BUILDX_BAKE_ENTITLEMENTS_FS: '1' };

;// CONCATENATED MODULE: ./.build/build/exports.js



/** The values of `--output` of those that come out of the build of the published image itself. */
function ownOutputs(build, name) {
    return ownExports(build).map((each) => namedOutput(each, name));
}
function ownExports(build) {
    return build.exports.filter((each) => isPublished(each, build) && !isLayout(each));
}
/** Those that take a build each: other stages, and layouts. */
function laterExports(build) {
    const own = new Set(ownExports(build));
    return build.exports.filter((each) => !own.has(each));
}
/**
 * Runs buildx once for each export and nothing else. What the image's build has made is in the builder's cache, and is taken from it
 * even with `no-cache`, so that the files are those of the published image.
 * @throws {BuildError} or {DockerError} where one fails.
 */
async function buildExports(request, exports) {
    const { build, imageMetadata, name, builder, secrets } = request;
    const cached = { ...build, noCache: false, noCacheFilters: [], cacheTo: [] }; // a cache is written by the image's build
    for (const each of exports) {
        const isOwn = isPublished(each, build);
        const plan = isOwn ? cached : otherStage(cached, each.target);
        const call = { builder: builder.name, outputs: [isOwn ? namedOutput(each, name) : each.output], secrets, metadataFile: '' };
        const args = buildxArguments(plan, isOwn ? imageMetadata : { labels: {}, annotations: [] }, call);
        const result = await runBuild(request, { args, env: buildEnvironment(plan) });
        if (result.code !== 0)
            throw await (0,failure/* buildError */.dT)('docker buildx build', result, () => [plan]);
    }
}
/** Attestations would lie among the files. */
function otherStage(build, target) {
    return { ...build, target, provenance: 'false', sbom: '', attests: [] };
}
function isPublished({ target }, build) {
    return target === '' || target === build.target;
}
/** buildx names an image by its tags, and here it has none. */
function namedOutput({ output }, name) {
    const isImage = /(^|,)type=(docker|oci|image)(,|$)/.test(output);
    return isImage && !/(^|,)"?name=/.test(output) ? `${output},name=${name}` : output;
}
/**
 * buildx writes a layout's index by the digest of whichever image output of the call comes last, and takes one layout a call only.
 * Seen with 0.29: `--output=type=oci,tar=false,dest=a --output=type=docker` leaves a layout whose index.json lists what it does not hold.
 */
function isLayout({ output }) {
    return /(^|,)tar=false(,|$)/.test(output);
}

;// CONCATENATED MODULE: ./.build/build/build.js










/** The repository's name in the staging registry. */
const CANDIDATE = 'candidate';
/**
 * Lets buildx build the image, and then what is wanted beside it and takes a build of its own.
 * @throws {BuildError} where a line of the Dockerfile fails, or {DockerError} where the build does otherwise, or ends well without an image.
 */
async function buildCandidate(request) {
    const built = await buildImage(request);
    await buildExports(request, laterExports(request.build));
    return built;
}
/**
 * Builds once. Where the builder reaches our loopback it pushes to the staging registry; else, or where it turns out
 * not to reach it, it sends a whole layout.
 */
async function buildImage(request) {
    if (request.builder.delivery === 'layout')
        return buildLayout(request);
    const repository = `${request.staging.address}/${CANDIDATE}`;
    const result = await runBuildx(request, pushOutput(repository, request));
    if (result.code !== 0 && neverArrived(result, request.staging))
        return buildLayout(request);
    if (result.code !== 0)
        throw request.staging.failure() ?? (await build_failureOf(result, request));
    const candidate = await request.staging.candidate(CANDIDATE);
    if (candidate === undefined)
        throw new host_process/* DockerError */.B('docker buildx build pushed no image and', result);
    return { candidate, metadata: await readMetadata(request.folder), pullFrom: repository };
}
async function buildLayout(request) {
    const folder = external_node_path_.join(request.folder, 'layout');
    const clear = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    const result = await runBuildx(request, layoutOutput(folder, request), clear);
    if (result.code !== 0)
        throw await build_failureOf(result, request);
    return { candidate: await readLayout(folder), metadata: await readMetadata(request.folder), layout: folder };
}
function build_failureOf(result, { build }) {
    return (0,failure/* buildError */.dT)('docker buildx build', result, () => [build]);
}
function runBuildx(request, output, clear) {
    const { build, imageMetadata, name, builder, loadsItself } = request;
    // An old image store takes no attestations, and the default one was not asked for.
    const asked = loadsItself ? { ...build, usualProvenance: '' } : build;
    const args = buildxArguments(asked, imageMetadata, {
        builder: builder.name,
        outputs: [...(loadsItself ? [engineOutput(name)] : []), ...ownOutputs(build, name), output], // the metadata's digest is the last one's
        secrets: request.secrets,
        metadataFile: external_node_path_.join(request.folder, 'metadata.json'),
    });
    return runBuild(request, { args, env: buildEnvironment(build), clear });
}
/** Values of `--secret`: by file or by variable, never by value. Values are written to private files, byte for byte. */
function secretArguments(secrets, writeFile) {
    return Promise.all(secrets.map(async (secret, index) => {
        if (secret.kind === 'environment')
            return `id=${secret.id},env=${secret.variable}`;
        const file = secret.kind === 'file' ? secret.path : await writeFile(`secret-${index}`, secret.value);
        return `id=${secret.id},${(0,csv/* quoteField */.nL)(`src=${file}`)}`;
    }));
}

// EXTERNAL MODULE: ./.build/plan/inputs/cache.js
var cache = __webpack_require__(1966);
// EXTERNAL MODULE: ./.build/plan/trust/job-token.js
var job_token = __webpack_require__(6370);
;// CONCATENATED MODULE: ./.build/build/load.js

/**
 * Puts an image into the engine by pulling it: what is there then is the very image that is published, with its digest. A second export of the build
 * would have a provenance with other times, and so another digest.
 * @returns its id in the engine: the digest where that has the containerd image store, else that of the image's configuration.
 * @throws {DockerError}
 */
async function pullIntoEngine({ repository, candidate, name, holdsAll }, run) {
    const reference = `${repository}@${candidate.root.digest}`;
    const isOne = candidate.images.length === 1;
    const platforms = holdsAll || isOne ? candidate.images.map(({ platform }) => `--platform=${platform}`) : []; // else the engine's own
    for (const option of platforms.length === 0 ? [[]] : platforms.map((each) => [each])) {
        check(`docker pull ${reference}`, await pullWhole(() => run(['pull', '--quiet', ...option, reference])));
    }
    check(`docker tag ${name}`, await run(['tag', reference, name]));
    return readId(name, candidate, run);
}
/** The same where the engine reaches no registry of ours: with the archive of an OCI layout. The containerd image store keeps its digest. */
async function loadArchive(file, { candidate, name }, run) {
    check('docker image load', await run(['image', 'load', '--quiet', `--input=${file}`]));
    check(`docker tag ${name}`, await run(['tag', candidate.root.digest, name]));
    return readId(name, candidate, run);
}
/** The id under which the engine has the image of that name. */
async function readId(name, { root }, run) {
    const inspected = await run(['image', 'inspect', '--format={{.Id}}', name]);
    check(`docker image inspect ${name}`, inspected);
    return inspected.stdout.trim() || root.digest;
}
/**
 * What a pull ends with where another job on the same engine removes an image meanwhile, and with it content that the pull found there.
 * @see https://github.com/containerd/nerdctl/issues/4104
 */
const LOST_CONTENT = /content digest sha256:[0-9a-f]{64}: not found/;
const MOST_PULLS = 3;
/** Pulls again where content was lost on the way. */
async function pullWhole(pull) {
    let result = await pull();
    for (let pulls = 1; pulls < MOST_PULLS && result.code !== 0 && LOST_CONTENT.test(result.stderr); pulls += 1)
        result = await pull();
    return result;
}
function check(what, result) {
    if (result.code !== 0)
        throw new host_process/* DockerError */.B(what, result);
}

;// CONCATENATED MODULE: ./.build/app/load-images.js







/** How an image gets into the engine without a second export, which would have another digest. An old image store elsewhere has no such way. */
function wayIntoEngine(engine) {
    if (engine?.sharesLoopback === true)
        return 'pull';
    return engine?.hasContainerdStore === true ? 'archive' : 'output';
}
/** @throws {ProblemError} where there is no engine to load into, or it cannot hold what is built. */
function refuseLoad({ load, images }, engine) {
    if (!load)
        return;
    const accepted = 'run the step where an engine is, or leave load out';
    if (engine === undefined)
        throw new text_problem/* ProblemError */.Mm({ where: 'load', wrong: 'needs a docker engine, and none answers', accepted });
    const platforms = [...new Set(images.flatMap((image) => image.platforms.map(text_platform/* formatPlatform */.B)))];
    if (engine.hasContainerdStore || platforms.length < 2)
        return;
    throw new text_problem/* ProblemError */.Mm({
        where: 'load',
        wrong: `needs an engine that holds images of several platforms (${platforms.join(', ')}); this one has no containerd image store`,
        accepted: 'write one platform, switch the containerd image store on, or leave load out',
    });
}
/** Puts all images into the engine, one by one, for they share layers. @throws {DockerError} */
async function loadImages(images, means) {
    const loaded = [];
    for (const image of images) {
        const imageId = await loadImage(image, means);
        means.host.log.info(`In the engine: ${nameInEngine(image.planned)} (${imageId})`);
        loaded.push({ ...image, imageId });
    }
    return loaded;
}
/** Puts an image into the engine, one that was published before too. @returns its id there. @throws {DockerError} */
async function loadImage({ planned, built, existing }, means) {
    const { run } = means.workspace;
    const { candidate } = built;
    const name = nameInEngine(planned);
    const holdsAll = means.engine?.hasContainerdStore === true;
    if (existing.kind === 'adopt')
        return pullIntoEngine({ repository: (0,reference/* shortName */.EU)(existing.from.repository), candidate, name, holdsAll }, run);
    const way = wayIntoEngine(means.engine);
    if (way === 'output')
        return readId(name, candidate, run);
    if (way === 'archive' && built.layout !== undefined)
        return loadArchive(await pack(built.layout, means), { candidate, name }, run);
    const repository = built.pullFrom ?? (await test_environment_serve(candidate, means));
    const containers = external_node_path_.basename(means.workspace.folder);
    means.host.remember({ containers, testedAs: repository });
    const id = await pullIntoEngine({ repository, candidate, name, holdsAll }, run);
    await run(['image', 'rm', `${repository}@${candidate.root.digest}`]); // the name stays
    return id;
}
async function pack(layout, { host, workspace }) {
    const file = `${layout}.tar`;
    const { environment: env } = host;
    const { code, stderr } = await (0,exec/* runProcess */.R)({ file: 'tar', args: ['-C', layout, '-cf', file, '.'], env, signal: workspace.signal });
    if (code === 0)
        return file;
    throw new Error(`packing the image for the engine failed: ${stderr.trim()}`);
}
/** The first tag of the first repository; an image without either is called after us. */
function nameInEngine({ destinations, target }) {
    const [destination] = destinations;
    const [tag] = destination?.tags ?? [];
    const usual = target === '' ? 'tagboat:latest' : `tagboat-${target.toLowerCase()}:latest`;
    return destination === undefined || tag === undefined ? usual : `${(0,reference/* shortName */.EU)(destination.repository)}:${tag.name}`;
}

;// CONCATENATED MODULE: ./.build/app/build-images.js











/** Whether anything is to be built beside the images: exports, outputs of the bake files, or targets of theirs that are not published. */
function hasMoreToBuild(plan) {
    return plan.build.exports.length > 0 || otherTargets(plan).length > 0 || plan.images.some((image) => hasOutputs(image, plan));
}
/**
 * Builds these images, each into a repository of the staging registry with its destinations behind it, and whatever is wanted beside them.
 * Where there are none, just the latter.
 */
async function buildImages(images, means) {
    const { bake } = means.intent.plan.build;
    if (bake !== undefined)
        return bakeImages(images, bake, means);
    const [image] = images;
    if (image !== undefined)
        return buildOne(image, means);
    const [only] = means.intent.plan.images;
    const { build } = means.intent.plan;
    if (only !== undefined)
        await buildExports({ ...(await openBuildRequest(means)), ...build_images_describe(only) }, build.exports);
    return NOTHING_BUILT;
}
/** No image, and nothing said of one. */
const NOTHING_BUILT = { images: [], metadata: '' };
async function buildOne(image, means) {
    const { planned } = image;
    const built = await buildCandidate({
        ...(await openImageBuildRequest([{ image, repository: CANDIDATE }], means)),
        ...build_images_describe(planned),
        loadsItself: loadsItself(means),
    });
    return { images: [built], metadata: built.metadata };
}
async function bakeImages(images, definition, means) {
    const { plan } = means.intent;
    const placed = images.map((image) => ({
        image,
        planned: image.planned,
        repository: `${CANDIDATE}/${plan.images.indexOf(image.planned)}`,
    }));
    return bakeCandidates({
        ...(await openImageBuildRequest(placed, means)),
        definition,
        images: placed.map(({ planned, repository }) => ({ ...build_images_describe(planned), repository })),
        again: plan.images.filter((planned) => hasOutputs(planned, plan) && images.every((image) => image.planned !== planned)).map(build_images_describe),
        others: otherTargets(plan),
        loadsItself: loadsItself(means),
    });
}
function build_images_describe(planned) {
    return { target: planned.target, imageMetadata: planned.imageMetadata, name: nameInEngine(planned) };
}
/** Whether the bake files want files or the like beside the image. */
function hasOutputs({ target }, { build }) {
    return build.bake?.targets.some((each) => each.name === target && (0,bake_definition/* ownOutputs */.X8)(each).length > 0) ?? false;
}
/** Selected targets that have no image; they are built for their own outputs. */
function otherTargets({ build, images }) {
    return build.bake?.selected.filter((name) => images.every(({ target }) => target !== name)) ?? [];
}
/** The staging registry lives on in the session's scratch folder until the content has been sent. */
async function openStaging(placed, { workspace, goesAhead }) {
    const credential = makeCredential();
    const staging = await startStaging({
        repositories: Object.fromEntries(placed.map(({ repository, image }) => [repository, image.sending])),
        directory: workspace.folder,
        credential,
        signal: workspace.signal,
        onPushed: (repository, candidate) => {
            if (goesAhead)
                placed.find((each) => each.repository === repository)?.image.earlyManifests.begin(candidate);
        },
    });
    workspace.onClose(() => staging.close());
    await workspace.home.addLogins([{ registry: staging.address, ...credential }]);
    return staging;
}
async function openImageBuildRequest(placed, means) {
    const { workspace, readied } = means;
    const staging = await openStaging(placed, means);
    const folder = external_node_path_.join(workspace.folder, 'build');
    await (0,promises_.mkdir)(folder);
    return { ...(await openBuildRequest(means)), canSkipStore: canSkipStore(readied), folder, staging };
}
async function openBuildRequest({ intent, workspace, readied, cacheToken }) {
    const { inputs, plan, context } = intent;
    const token = (0,job_token/* gitTokenSecret */.c)({ build: plan.build, context, token: inputs.githubToken, secrets: inputs.secrets });
    const secrets = await secretArguments([...inputs.secrets, ...token], workspace.home.writePrivateFile);
    const { build, foreign } = plan;
    const mayCache = foreign === undefined && (0,cache/* usesActionsCache */.y)(build);
    const run = (args, options = {}) => workspace.run(args, { ...options, env: { ...options.env, ...(mayCache ? cacheToken : {}) } });
    const isIsolated = foreign?.isIsolated === true;
    return { build, builder: readied.builder, secrets, run, isIsolated, patience: workspace.patience };
}
function loadsItself({ intent, readied }) {
    return intent.plan.load && wayIntoEngine(readied.engine) === 'output';
}
/** From 28 on dockerd pushes without a copy in its own store. */
function canSkipStore({ engine }) {
    return Number.parseInt(engine?.version ?? '', 10) >= 28;
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
;// CONCATENATED MODULE: ./.build/check/judge-tests.js
/** What failed tests have against publishing, one each. */
function judgeTests(results, limitMs) {
    return results
        .filter(({ code }) => code !== 0)
        .map((result) => (result.inputLine === 0 ? judgeServices(result) : judgeTest(result, limitMs)));
}
function judgeTest(result, limitMs) {
    return {
        where: `test, line ${result.inputLine}`,
        given: result.text,
        wrong: `${describeEnd(result, limitMs)} on ${result.platform}${lastWords(result)}`,
        accepted: hintFor(result),
    };
}
/** The services around the image, which come up before the first line. */
function judgeServices(result) {
    const wrong = `did not come up with the image for ${result.platform}${lastWords(result)}`;
    return {
        where: 'test-services',
        given: result.text,
        wrong,
        accepted: 'each service has to run, and to be healthy where it has a healthcheck',
    };
}
function describeEnd({ code }, limitMs) {
    if (code === undefined)
        return `did not end within ${limitMs / 1000} s`;
    if (code === 137)
        return 'ended with status 137 (killed: often for lack of memory)';
    return `ended with status ${code}`;
}
function lastWords({ tail }) {
    const line = tail.at(-1)?.trim() ?? '';
    return line === '' ? ' and printed nothing' : `, its last line: ${JSON.stringify(line.slice(0, 200))}`;
}
/** @see https://docs.docker.com/engine/containers/run/#exit-status for 125 */
function hintFor({ code, tail }) {
    const said = tail.join('\n');
    if (code === undefined)
        return 'test-timeout sets the limit';
    if (code === 127 && /exec: "sh": executable file not found/.test(said))
        return 'the image has no shell: write program and arguments as a JSON list, such as ["/app", "--version"]';
    if (/exec format error/.test(said))
        return 'the engine cannot run this platform: emulation: true registers an emulator';
    if (code === 125)
        return 'docker could not start the container';
    return 'a test passes with status 0';
}

// EXTERNAL MODULE: ./.build/plan/text/sizes.js
var sizes = __webpack_require__(2384);
;// CONCATENATED MODULE: ./.build/check/layers.js





const NAMED_LAYERS = 3;
const STEP_LENGTH = 80;
/** The image's layers in their order, from the base up; without steps where the configuration cannot be read. */
async function readLayers(candidate, image, fetchBlob) {
    const manifest = [candidate.root, ...candidate.children].find(({ digest }) => digest === image.digest);
    const digest = manifest === undefined ? undefined : (0,json/* asText */.e1)((0,json/* asObject */.eB)((0,parse_json/* parseObject */.l)(manifest.bytes).config).digest);
    const source = digest === undefined ? undefined : (candidate.openBlob(digest)?.() ?? fetchBlob(digest));
    return nameLayers(image.layers, source === undefined ? {} : (0,parse_json/* parseObject */.l)(await gather(source, MAX_CONFIG_BYTES).catch(() => '')));
}
/** Of the entries that BuildKit adds at the end, one for each layer of a base image without history. @see `normalizeLayersAndHistory` in its exporter/containerimage/writer.go */
const FILLER = 'buildkit.exporter.image.v0';
/**
 * Joins layers with the history of the configuration: its entries without `empty_layer` are the layers in their order. Where the base image
 * has no history, its layers come first and have no step.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.0/config.md#properties
 */
function nameLayers(layers, config) {
    const entries = (0,json/* asList */.DD)(config.history)
        .map(json/* asObject */.eB)
        .filter((entry) => entry.empty_layer !== true);
    const steps = entries.filter((entry) => entry.comment !== FILLER).map((entry) => (0,json/* asText */.e1)(entry.created_by));
    const fits = entries.length === layers.length;
    const bare = layers.length - steps.length;
    return layers.map(({ size }, index) => ({ sizeBytes: size, step: fits ? shorten(steps[index - bare]) : undefined }));
}
/** `210 MB by RUN pip install …, 98.0 MB by COPY . /app`, largest first. */
function describeLargest(layers) {
    const largest = layers.toSorted((a, b) => b.sizeBytes - a.sizeBytes).slice(0, NAMED_LAYERS);
    const named = largest.map(({ sizeBytes, step }) => `${(0,sizes/* formatBytes */.z3)(sizeBytes)} by ${step ?? 'a step that the image does not tell'}`);
    return named.length === 0 ? 'not told' : named.join(', ');
}
/** BuildKit writes `RUN /bin/sh -c make # buildkit`, `RUN |1 VERSION=1 /bin/sh -c make # buildkit`, docker build `/bin/sh -c make`. */
function shorten(createdBy) {
    if (createdBy === undefined || createdBy === '')
        return undefined;
    const step = createdBy
        .replace(/ # buildkit$/, '')
        .replace(/^\/bin\/sh -c #\(nop\) +/, '')
        .replace(/^(RUN )?(\|\d+ .*?)?\/bin\/sh -c /, 'RUN ')
        .replaceAll(/\s+/g, ' ');
    return step.length > STEP_LENGTH ? `${step.slice(0, STEP_LENGTH - 1)}…` : step;
}

;// CONCATENATED MODULE: ./.build/check/reach.js

/** Why a candidate fails that lacks what a gate is for: it cannot be shown to pass. */
function judgeReach(checks, { held, arePlanned }) {
    if (held.length === 0 && (0,inputs_checks/* hasGates */.x0)(checks))
        return [{ where: 'platforms', wrong: 'are none in what was built', accepted: 'the gates (test, max-size, max-growth) are for images' }];
    const isMissing = (platform) => !held.includes(platform);
    const untested = checks.testPlatforms.filter(isMissing);
    const unlimited = checks.maxSizes.flatMap(({ platform }) => platform ?? []).filter(isMissing);
    const missing = (where) => (given) => ({
        where,
        given,
        wrong: 'is not in what was built',
        accepted: `it is for ${held.join(', ')}`,
    });
    return [
        ...(arePlanned || untested.length === checks.testPlatforms.length ? untested.map(missing('test-platforms')) : []),
        ...(arePlanned ? unlimited.map(missing('max-size')) : []),
    ];
}

// EXTERNAL MODULE: ./.build/host/compose-project.js
var compose_project = __webpack_require__(2513);
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

;// CONCATENATED MODULE: ./.build/check/tail.js
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

;// CONCATENATED MODULE: ./.build/check/stack.js


/** Brings the services up, with the images of this platform in their places; those that did not change from the platform before run on. */
async function startStack(testEnvironment, place) {
    const { platform, reference, docker, signal, write, limitMs, now } = place;
    const [service = LONE_SERVICE] = testEnvironment.tested;
    const lone = service === LONE_SERVICE ? reference : undefined;
    const content = makeStackFile(testEnvironment.stack, testEnvironment.placedOn(platform), { platform, lone });
    const file = await testEnvironment.writeFile(`stack-${platform.replaceAll('/', '-')}.json`, JSON.stringify(content));
    const compose = ['compose', '--progress=plain', `--project-name=${testEnvironment.name}`, `--file=${file}`];
    const names = testEnvironment.stack.services.map(({ name }) => name);
    const tail = keepTail();
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

;// CONCATENATED MODULE: ./.build/check/run-tests.js





/** Containers and images are removed after a cancellation too; P8 promises an end within five seconds. */
const CLEAN_UP_MS = 4_000;
/**
 * Runs every test on every platform that is to be tested, each in a container of its own, made of the very image that will be published:
 * by the digest of its platform. All are run, also after one has failed. The platforms are pulled at once, and the engine is left as it was.
 * @throws {DockerError} where the image cannot be pulled.
 */
async function runTests(images, checks, testEnvironment) {
    const { testPlatforms } = checks;
    const tested = images.filter(({ platform }) => testPlatforms.length === 0 || testPlatforms.includes(platform));
    const pulled = tested.map((image) => ({ image, pulling: pull(image, testEnvironment) }));
    const results = [];
    try {
        // one platform after the other: an emulated one takes all the machine has
        for (const { image, pulling } of pulled)
            results.push(...(await testPlatform(image, pulling, { checks, testEnvironment })));
        return results;
    }
    finally {
        await Promise.allSettled(pulled.map(({ pulling }) => pulling));
        if (testEnvironment.stack !== undefined)
            await cleanUp(testEnvironment, (0,compose_project/* stopArguments */.v)(testEnvironment.stack));
        const others = tested.flatMap(({ platform }) => testEnvironment.stack?.placedOn(platform) ?? []).map(({ reference }) => reference);
        await cleanUp(testEnvironment, [
            'image',
            'rm',
            '--force',
            ...new Set([...tested.map((image) => referenceTo(image, testEnvironment)), ...others]),
        ]);
    }
}
function referenceTo({ digest }, { repository }) {
    return `${repository}@${digest}`;
}
/** Never rejects: the failure is reported when its platform's turn comes. */
function pull(image, testEnvironment) {
    const args = ['pull', '--quiet', `--platform=${image.platform}`, referenceTo(image, testEnvironment)];
    return pullWhole(() => testEnvironment.docker(args, { signal: testEnvironment.signal })).catch((error) => error);
}
async function testPlatform(image, pulling, { checks, testEnvironment }) {
    const { platform } = image;
    const log = testEnvironment.openLog(`Tests ${testEnvironment.target === '' ? '' : `of ${testEnvironment.target} `}on ${platform}`);
    try {
        const pulled = await pulling;
        testEnvironment.signal.throwIfAborted();
        if (pulled instanceof Error)
            throw pulled;
        if (pulled.code !== 0)
            throw new host_process/* DockerError */.B(`docker pull of the candidate for ${platform}`, pulled);
        const common = { testEnvironment, platform, reference: referenceTo(image, testEnvironment), log, limitMs: checks.testTimeoutMs };
        const { docker, signal, now } = testEnvironment;
        const stack = testEnvironment.stack && (await startStack(testEnvironment.stack, { ...common, docker, signal, now, write: log.write }));
        if (stack !== undefined && stack.start.code !== 0)
            return [stack.start];
        const results = stack === undefined ? [] : [stack.start];
        for (const test of checks.tests)
            results.push(await runTest(test, { ...common, stack }));
        return results;
    }
    finally {
        log.end();
    }
}
async function runTest({ inputLine, text, argv }, place) {
    const { testEnvironment, platform, log, limitMs } = place;
    const [program, ...args] = argv;
    const name = `${testEnvironment.name}-${platform.replaceAll('/', '-')}-${inputLine}`;
    const tail = keepTail();
    log.write(`$ ${text}\n`);
    const started = testEnvironment.now();
    const options = ['--rm', '--pull=never', `--platform=${platform}`, `--name=${name}`, `--entrypoint=${program}`];
    const command = place.stack?.runArguments(name, program, args) ?? ['run', ...options, place.reference, ...args];
    const { result, timedOut } = await withinLimit(testEnvironment, { name, limitMs }, () => testEnvironment.docker(command, {
        signal: testEnvironment.signal,
        onOutput: (chunk) => {
            tail.add(chunk);
            log.write(chunk);
        },
    }));
    tail.endLine(log.write);
    const durationMs = testEnvironment.now() - started;
    return { platform, text, inputLine, code: timedOut ? undefined : (result.code ?? 1), durationMs, tail: tail.lines() };
}
/**
 * Removes the container at the time limit and on cancellation. Ending docker's client would not do: it hands the signal on to the container's
 * first process, which takes no signal that it has no handler for.
 */
async function withinLimit(testEnvironment, { name, limitMs }, work) {
    let timedOut = false;
    let removed;
    const removal = ['rm', '--force', '--volumes', name];
    const remove = () => {
        removed ??= cleanUp(testEnvironment, removal);
    };
    const timer = setTimeout(() => {
        timedOut = true;
        remove();
    }, limitMs);
    testEnvironment.signal.addEventListener('abort', remove, { once: true });
    try {
        const result = await work();
        testEnvironment.signal.throwIfAborted();
        return { result, timedOut };
    }
    finally {
        clearTimeout(timer);
        testEnvironment.signal.removeEventListener('abort', remove);
        await removed;
        if (removed !== undefined)
            await cleanUp(testEnvironment, removal); // docker may have been about to create it
    }
}
/** What cannot be removed fails nothing: the image is good or not without it. */
async function cleanUp({ docker }, args) {
    await docker(args, { signal: AbortSignal.timeout(CLEAN_UP_MS) }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./.build/check/sizes.js


function compareSize({ platform, sizeBytes }, predecessor) {
    return { platform, sizeBytes, beforeBytes: predecessor?.sizes.get(platform) };
}
/**
 * What sizes have against publishing, with the largest layers. Limits of the platform and of the target stand in place of the common one,
 * and where there are both, both hold. A platform that the tag did not hold cannot grow.
 */
function judgeSizes(sizes, { maxSizes, maxGrowth }, tag) {
    return sizes.flatMap((size) => [...judgeSize(size, maxSizes), ...judgeGrowth(size, maxGrowth, tag)]);
}
function judgeSize({ platform, sizeBytes, layers }, limits) {
    const own = limits.filter((each) => each.platform === platform || each.target !== undefined);
    const held = own.length > 0 ? own : limits.filter((each) => each.platform === undefined);
    const wrong = `is less than ${platform} has: ${(0,sizes/* formatBytes */.z3)(sizeBytes)} compressed`;
    return held
        .filter(({ limit }) => sizeBytes > limit.bytes)
        .map(({ limit }) => ({ where: 'max-size', given: limit.text, wrong, accepted: nameLargest(layers) }));
}
function judgeGrowth({ platform, sizeBytes, beforeBytes, layers }, limit, tag = '') {
    if (limit === undefined || beforeBytes === undefined)
        return [];
    const allowed = limit.kind === 'share' ? beforeBytes * limit.share : limit.bytes;
    if (sizeBytes - beforeBytes <= allowed)
        return [];
    const grown = `${(0,sizes/* formatBytes */.z3)(beforeBytes)} in ${tag}, ${(0,sizes/* formatBytes */.z3)(sizeBytes)} now (${(0,sizes/* formatGrowth */.T9)(sizeBytes, beforeBytes)})`;
    const wrong = `is less than ${platform} grows: ${grown}`;
    return [{ where: 'max-growth', given: limit.text, wrong, accepted: nameLargest(layers) }];
}
function nameLargest(layers) {
    return `the largest layers are ${describeLargest(layers)}`;
}

;// CONCATENATED MODULE: ./.build/check/check.js






/**
 * Puts the candidate to the gates: its sizes, and its tests on every platform. All of them are tried; what they have against it is in the
 * verdict.
 * @throws where the tests cannot be run at all, or the run is cancelled.
 */
async function check_check(candidate, request) {
    const { checks, testEnvironment } = request;
    const predecessor = 'skip' in request.predecessor ? undefined : request.predecessor;
    const sizes = await Promise.all(candidate.images.map(async (image) => ({
        ...compareSize(image, predecessor),
        layers: await readLayers(candidate, image, request.fetchBlob),
    })));
    const held = candidate.images.map(({ platform }) => platform);
    const wanted = (0,inputs_checks/* hasTests */.uG)(checks);
    const tests = wanted && !('skip' in testEnvironment) ? await runTests(candidate.images, checks, testEnvironment) : [];
    return {
        sizes,
        comparedWith: predecessor?.reference,
        uncompared: checks.maxGrowth !== undefined && 'skip' in request.predecessor ? request.predecessor.skip : undefined,
        tests,
        untested: wanted && 'skip' in testEnvironment ? testEnvironment.skip : undefined,
        objections: [
            ...judgeReach(checks, { held, arePlanned: request.arePlatformsPlanned }),
            ...judgeSizes(sizes, checks, predecessor?.reference),
            ...judgeTests(tests, checks.testTimeoutMs),
        ],
    };
}

;// CONCATENATED MODULE: ./.build/app/gates.js







/**
 * What is built has to pass the gates. What is published already has passed: it is measured, and nothing stands against it.
 * @throws {ProblemError} where there are tests and no engine to run them in.
 */
function openGates(means) {
    const { checks } = means.image.planned;
    if (means.adopted !== undefined)
        return openGatesFor(means.adopted, means);
    refuseUntestable(checks, means.engine);
    const reading = readPredecessor(means.image.readiness);
    reading.catch(() => undefined); // heard below
    return {
        check: async (built, pullable) => {
            const predecessor = checks.maxGrowth === undefined ? await reading.catch(() => UNREAD) : await reading;
            const testEnvironment = (0,inputs_checks/* hasTests */.uG)(checks)
                ? openTestEnvironment(findOwn(pullable, means.image), pullable, means)
                : { skip: 'there are none' };
            const arePlatformsPlanned = means.image.planned.platforms.length > 0;
            return check_check(built.candidate, { checks, arePlatformsPlanned, predecessor, fetchBlob: fetchFrom(means), testEnvironment });
        },
    };
}
function openGatesFor(adopted, { image }) {
    const checks = { ...image.planned.checks, testPlatforms: [], maxSizes: [], maxGrowth: undefined };
    const testEnvironment = { skip: `${adopted} is published already` };
    const unread = () => undefined; // steps are not worth asking the registry for
    return {
        check: ({ candidate }) => check_check({ ...candidate, openBlob: unread }, { checks, arePlatformsPlanned: false, predecessor: testEnvironment, fetchBlob: unread, testEnvironment }),
    };
}
function findOwn(pullable, { planned }) {
    const own = pullable.find((each) => each.planned === planned);
    if (own === undefined)
        throw new Error('an image that is to be tested cannot be pulled');
    return own;
}
function fetchFrom({ image }) {
    return (digest) => image.sending?.fetch(digest);
}
function refuseUntestable(checks, engine) {
    if (!(0,inputs_checks/* hasTests */.uG)(checks) || engine?.sharesLoopback === true)
        return;
    throw new text_problem/* ProblemError */.Mm({
        where: 'test',
        wrong: engine === undefined ? 'needs a docker engine, and none answers' : 'needs a docker engine on this machine, to pull the image from it',
        accepted: 'run the step where an engine is, or leave test out',
    });
}
const UNREAD = { skip: 'what the tag holds cannot be read' };
/** Reads the sizes of what the first floating tag holds, in the order of destinations and tags. */
async function readPredecessor({ destinations }) {
    const [held] = destinations.flatMap((ready) => (ready.kind === 'ready' ? floatingTags(ready) : []));
    if (destinations.length === 0)
        return { skip: 'no registry is asked where nothing is published' };
    if (held === undefined)
        return { skip: 'no floating tag of this run holds an image yet' };
    const { client, repository } = held.destination;
    const root = await client.getManifest(held.digest);
    if (root === undefined)
        return UNREAD;
    const { images } = await makeCandidate(root, {
        findManifest: ({ digest }) => client.getManifest(digest),
        readBlob: ({ digest, size }) => (0,consumers_.buffer)(client.getBlob(digest, size)),
        openBlob: () => undefined,
    });
    return {
        reference: `${(0,reference/* shortName */.EU)(repository)}:${held.name}`,
        sizes: new Map(images.map(({ platform, sizeBytes }) => [platform, sizeBytes])),
    };
}
function floatingTags({ destination, held }) {
    return destination.tags.flatMap(({ name, lifetime }) => {
        const digest = held.get(name);
        return lifetime === 'floating' && digest !== undefined ? [{ destination, name, digest }] : [];
    });
}

// EXTERNAL MODULE: ./.build/plan/inputs/builder-inputs.js
var builder_inputs = __webpack_require__(3805);
;// CONCATENATED MODULE: ./.build/docker/builder.js




/**
 * Chooses the builder: the named one, the selected one, the engine's own BuildKit where its image store can hold indexes
 * (no boot), else a docker-container builder of our own.
 * @throws {ProblemError} where the wish cannot be met.
 */
function chooseBuilder({ inputs, selected, engine, silence, dockerContext }) {
    const options = (0,builder_inputs/* ownBuilderOptions */.wB)(inputs).join(', ');
    if (inputs.name !== '')
        return { kind: 'named', name: inputs.name, from: 'builder', reason: 'named by the builder input' };
    if (inputs.driver === 'auto' && options === '' && selected !== undefined)
        return { kind: 'named', name: selected, from: 'BUILDX_BUILDER or docker buildx use', reason: 'selected on this machine' };
    if (engine === undefined)
        throw new text_problem/* ProblemError */.Mm(noEngine(silence, 'start Docker, set DOCKER_HOST, or name a remote builder (builder)'));
    if (inputs.driver === 'docker-container')
        return { kind: 'create', reason: 'driver: docker-container' };
    if (options !== '')
        return { kind: 'create', reason: `only a builder of its own can have ${options}` };
    if (engine.hasContainerdStore)
        return { kind: 'engine', builder: engineBuilder(dockerContext, engine) };
    if (inputs.driver === 'auto')
        return { kind: 'create', reason: 'the engine has no containerd image store' };
    throw new text_problem/* ProblemError */.Mm({
        where: 'driver',
        given: 'docker',
        wrong: 'cannot hold images of several platforms: the engine has no containerd image store',
        accepted: 'write auto or docker-container, or switch the containerd image store on',
    });
}
/** @param accepted what helps where nothing listens there. */
function noEngine(silence, accepted) {
    if (silence === undefined)
        return { where: 'docker', wrong: 'no engine answers', accepted };
    const { address, cause } = silence;
    if (!/EACCES|EPERM|permission denied/i.test(cause))
        return { where: 'docker', wrong: `no engine answers at ${address} (${cause})`, accepted };
    const wrong = `may not be opened by this user (${cause})`;
    return { where: 'docker', given: address, wrong, accepted: 'add the user to the group docker and log in again, or run as root' };
}
function engineBuilder(name, engine) {
    const delivery = engine.sharesLoopback ? 'push' : 'layout';
    return { name, driver: 'docker', delivery, created: false, reason: 'the engine’s own BuildKit with the containerd image store' };
}
/**
 * Creates a docker-container builder on the host's network, so that it reaches the staging registry, and boots it.
 * @param name unique to this run; the post step removes it by this name.
 */
async function createBuilder(name, reason, { run, inputs, configFile, patience }) {
    const ownNetwork = inputs.driverOpts.some((option) => option.startsWith('network='));
    const result = await run([
        'buildx',
        'create',
        `--name=${name}`,
        '--driver=docker-container',
        ...(ownNetwork ? [] : ['--driver-opt=network=host']),
        ...inputs.driverOpts.map((option) => `--driver-opt=${option}`),
        ...(inputs.buildkitdFlags === '' ? [] : [`--buildkitd-flags=${inputs.buildkitdFlags}`]),
        ...(configFile === undefined ? [] : [`--buildkitd-config=${configFile}`]),
    ], { show: true });
    if (result.code !== 0)
        throw new host_process/* DockerError */.B('docker buildx create', result);
    await bootBuilder(name, { run, patience });
    const onHostNetwork = !ownNetwork || inputs.driverOpts.includes('network=host');
    return { name, driver: 'docker-container', delivery: onHostNetwork ? 'push' : 'layout', created: true, reason };
}
/** Pulling BuildKit's image, and its start on a busy machine, fail now and then: what fails once is no reason to end a release. */
const BOOT_PAUSES_MS = [1_000, 4_000];
/** Starts it, unless it runs. @throws {DockerError} where it does not start. */
async function bootBuilder(name, { run, patience }) {
    const boot = () => run(['buildx', 'inspect', '--bootstrap', name], { show: true });
    const causeOf = ({ stderr }) => ({ reason: lastLine(stderr), attempts: BOOT_PAUSES_MS.length + 1 });
    const result = await runAttempts({ what: `to start the builder ${name}`, run: boot, causeOf, pausesMs: BOOT_PAUSES_MS }, patience);
    if (result.code !== 0)
        throw new host_process/* DockerError */.B(`docker buildx inspect --bootstrap ${name}`, result);
}
function lastLine(stderr) {
    return (stderr
        .trim()
        .split(/\r?\n/)
        .at(-1)
        ?.replace(/^ERROR: /, '') ?? '');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./.build/host/error-code.js
var error_code = __webpack_require__(5349);
// EXTERNAL MODULE: ./.build/docker/config.js
var docker_config = __webpack_require__(2473);
;// CONCATENATED MODULE: ./.build/docker/read-json.js


/** The file's object; an empty one where there is none. */
async function read_json_readJson(file) {
    return (0,parse_json/* parseObject */.l)(await (0,promises_.readFile)(file, 'utf8').catch(() => ''));
}

;// CONCATENATED MODULE: ./.build/docker/engine.js










const ASK_TIMEOUT_MS = 5_000;
/** The docker context in force; `default` is DOCKER_HOST or the usual socket. */
function dockerContextName(environment, { settings }) {
    if (environment.DOCKER_CONTEXT)
        return environment.DOCKER_CONTEXT;
    if (environment.DOCKER_HOST)
        return 'default';
    return (0,json/* asText */.e1)(settings.currentContext) || 'default';
}
/** The builder selected by BUILDX_BUILDER or `docker buildx use`; undefined for the engine's own. */
async function selectedBuilder(environment) {
    if (environment.BUILDX_BUILDER)
        return environment.BUILDX_BUILDER;
    const folder = environment.BUILDX_CONFIG || external_node_path_.join((0,docker_config/* dockerConfigFolder */.Pe)(environment), 'buildx');
    const current = (0,json/* asText */.e1)((await read_json_readJson(external_node_path_.join(folder, 'current'))).Name) ?? '';
    return current === '' || current === 'default' ? undefined : current;
}
/** Asks the engine about itself: over its socket where that is a local one (3 ms), else through `docker info` (100 ms). */
async function askEngine(contextName, environment, run) {
    const socket = contextName === 'default' ? localSocket(environment) : undefined;
    const answer = socket === undefined ? await infoFromClient(run) : await infoFromSocket(socket);
    if (typeof answer !== 'string')
        return { engine: readEngine(answer, socket !== undefined) };
    const remote = contextName === 'default' ? (environment.DOCKER_HOST ?? '') : `docker context ${contextName}`;
    return { silence: { address: socket === undefined ? remote : `unix://${socket}`, cause: answer } };
}
function localSocket({ DOCKER_HOST }) {
    if (!DOCKER_HOST)
        return '/var/run/docker.sock';
    return DOCKER_HOST.startsWith('unix://') ? DOCKER_HOST.slice('unix://'.length) : undefined;
}
function readEngine(info, isLocalSocket) {
    const driverStatus = (0,json/* asList */.DD)(info.DriverStatus).map(json/* asList */.DD);
    const isVirtualMachine = /Docker Desktop|Rancher Desktop|OrbStack|colima/i.test(`${(0,json/* asText */.e1)(info.OperatingSystem)} ${(0,json/* asText */.e1)(info.Name)}`);
    return {
        hasContainerdStore: driverStatus.some(([key, value]) => key === 'driver-type' && (0,json/* asText */.e1)(value)?.startsWith('io.containerd.snapshotter') === true),
        sharesLoopback: isLocalSocket && !isVirtualMachine && external_node_os_.platform() === 'linux',
        architecture: { x86_64: 'amd64', aarch64: 'arm64' }[(0,json/* asText */.e1)(info.Architecture) ?? ''] ?? (0,json/* asText */.e1)(info.Architecture) ?? '',
        version: (0,json/* asText */.e1)(info.ServerVersion) ?? '',
    };
}
/** What it said, or why it did not. */
function infoFromSocket(socketPath) {
    return new Promise((resolve) => {
        const request = external_node_http_.get({ socketPath, path: '/info', timeout: ASK_TIMEOUT_MS }, (response) => {
            let body = '';
            response.setEncoding('utf8').on('data', (chunk) => {
                body += chunk;
            });
            response.on('end', () => resolve(response.statusCode === 200 ? (0,parse_json/* parseObject */.l)(body) : `status ${response.statusCode}`));
            response.on('error', (error) => resolve((0,error_code/* errorCode */.CA)(error) || error.message));
        });
        request.on('timeout', () => request.destroy(new Error(`no answer in ${ASK_TIMEOUT_MS / 1000} s`)));
        request.on('error', (error) => resolve((0,error_code/* errorCode */.CA)(error) || error.message));
    });
}
async function infoFromClient(run) {
    const result = await (0,text_problem/* orProblem */.bC)(run(['info', '--format', '{{json .}}']));
    if (result instanceof text_problem/* ProblemError */.Mm)
        return result.problems[0]?.wrong ?? ''; // there is no docker to ask
    const info = result.code === 0 ? (0,parse_json/* parseObject */.l)(result.stdout) : {};
    if ((0,json/* asText */.e1)(info.ServerVersion))
        return info;
    const [said] = (0,json/* asList */.DD)(info.ServerErrors).flatMap((error) => (0,json/* asText */.e1)(error) ?? []); // without an engine the client answers with its own half
    return said ?? (0,last_line/* lastLine */.f)(result.stderr);
}

;// CONCATENATED MODULE: ./.build/docker/existing-builder.js


/** @see https://github.com/docker/buildx/blob/v0.29.1/commands/inspect.go */
function parseInspected(text) {
    const [head = '', nodes = ''] = text.split(/^Nodes:$/m);
    const driver = /^Driver:\s*(\S+)/m.exec(head)?.[1] ?? 'unknown';
    const options = /^Driver Options:(.*)$/m.exec(nodes)?.[1] ?? '';
    const driverOpts = [...options.matchAll(/([\w.-]+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, value]) => `${key}=${value}`);
    return {
        driver,
        nodes: [...nodes.matchAll(/^Name:\s*(\S+)/gm)].map(([, name]) => name ?? ''),
        onHostNetwork: driver === 'docker' || (driver === 'docker-container' && driverOpts.includes('network=host')),
        driverOpts,
        flags: /^BuildKit daemon flags:\s*(.*)$/m.exec(nodes)?.[1]?.trim() ?? '',
    };
}
/**
 * Looks at a builder that somebody made.
 * @throws {ProblemError} where it has several nodes, or another driver than is wanted; {DockerError} where buildx does not know it.
 */
async function inspectBuilder(named, driver, { run, engine }) {
    const result = await inspect(named.name, run);
    if (result.code !== 0)
        throw new host_process/* DockerError */.B(`docker buildx inspect ${named.name}`, result);
    const inspected = parseInspected(result.stdout);
    refuseNodes(named, inspected);
    if (driver !== 'auto' && driver !== inspected.driver)
        throw otherDriver(named.name, driver, inspected);
    return describeExisting(named, inspected, engine);
}
/** The same; undefined where buildx does not know it. */
async function findBuilder(name, run) {
    const result = await inspect(name, run);
    return result.code === 0 ? parseInspected(result.stdout) : undefined;
}
function describeExisting({ name, reason }, { driver, onHostNetwork }, engine) {
    const delivery = engine?.sharesLoopback === true && onHostNetwork ? 'push' : 'layout';
    return { name, driver, delivery, created: false, reason };
}
/** buildx cannot write a layout from several nodes, and only a layout gets here from them. @see https://github.com/docker/buildx/issues/2007 */
function refuseNodes({ name, from }, { nodes }) {
    if (nodes.length < 2)
        return;
    throw new text_problem/* ProblemError */.Mm({
        where: from,
        given: name,
        wrong: `has ${nodes.length} nodes (${nodes.join(', ')}), and an image can only be taken from a builder with one`,
        accepted: 'name a builder with one node (docker buildx create --name NAME), or none: other platforms are then built by emulation',
    });
}
function inspect(name, run) {
    return run(['buildx', 'inspect', name]);
}
function otherDriver(name, given, { driver }) {
    const wrong = `is not the driver of the builder ${name}, which has ${driver}`;
    return new text_problem/* ProblemError */.Mm({ where: 'driver', given, wrong, accepted: 'leave driver out, or name another builder' });
}

;// CONCATENATED MODULE: ./.build/docker/kept-builder.js



/** A kept cache is found again by the name of its builder. */
const KEPT_BUILDER = 'tagboat';
/**
 * The builder of `keep-state`: the one that an earlier step, an earlier run or another job has created, else a new one.
 * @throws {ProblemError} where something else has its name.
 */
async function takeKeptBuilder(reason, means) {
    const found = await findBuilder(KEPT_BUILDER, means.run);
    if (found !== undefined)
        return reuse(found, means);
    means.onCreate(true);
    try {
        return { builder: await createBuilder(KEPT_BUILDER, reason, means), idle: [] };
    }
    catch (error) {
        if (!(error instanceof Error) || !/existing instance for|already in use/.test(error.message))
            throw error;
        means.onCreate(false);
        const other = await findBuilder(KEPT_BUILDER, means.run);
        if (other === undefined)
            throw error;
        return reuse(other, means);
    }
}
async function reuse(found, means) {
    if (found.driver !== 'docker-container')
        throw kept_builder_otherDriver(found);
    refuseNodes({ name: KEPT_BUILDER, from: 'keep-state' }, found);
    await bootBuilder(KEPT_BUILDER, means);
    const reason = 'kept from before (keep-state)';
    return { builder: describeExisting({ name: KEPT_BUILDER, reason }, found, means.engine), idle: findIdle(found, means) };
}
/** What its file says is not compared: buildx prints it in another form. */
function findIdle({ driverOpts, flags }, { inputs }) {
    return [
        ...(inputs.driverOpts.every((option) => driverOpts.includes(option)) ? [] : ['driver-opts']),
        ...(inputs.buildkitdFlags === '' || inputs.buildkitdFlags === flags ? [] : ['buildkitd-flags']),
    ];
}
function kept_builder_otherDriver({ driver }) {
    return new text_problem/* ProblemError */.Mm({
        where: 'keep-state',
        given: KEPT_BUILDER,
        wrong: `is a builder with driver ${driver} on this machine, and keep-state uses that name for one with docker-container`,
        accepted: `remove it (docker buildx rm ${KEPT_BUILDER}), or write builder: ${KEPT_BUILDER} and leave keep-state out`,
    });
}

;// CONCATENATED MODULE: ./.build/app/ready-builder.js










/** @throws {ProblemError} where there is no docker, no buildx or no engine, or the engine cannot do what is asked. */
async function ready_builder_findBuilder({ environment }, workspace, { plan, inputs }) {
    await checkPrograms(workspace, plan);
    const dockerContext = dockerContextName(environment, workspace.config);
    const [{ engine, silence }, selected] = await Promise.all([
        askEngine(dockerContext, environment, workspace.run),
        selectedBuilder(environment),
    ]);
    const choice = chooseBuilder({ inputs: inputs.builder, selected, engine, silence, dockerContext });
    refuseLoad(plan, engine);
    return { choice, engine };
}
/** buildx is enough for a build. docker itself is needed to load, to test, and where only it can find buildx. */
async function checkPrograms({ programs, run }, { load, images }) {
    const { docker, hasBuildx } = await programs;
    const needsDocker = load || images.some(({ checks }) => (0,inputs_checks/* hasTests */.uG)(checks));
    if (docker === undefined && (needsDocker || hasBuildx !== true))
        throw new text_problem/* ProblemError */.Mm(docker_programs/* NO_DOCKER */.Vr);
    if (hasBuildx !== undefined)
        return;
    const { code } = await run(['buildx', 'version']); // no plugin lies where docker looks; another docker may have one all the same
    if (code !== 0)
        throw new text_problem/* ProblemError */.Mm((0,docker_programs/* noPlugin */.Js)('buildx'));
}
/** The engine, where nothing is built; it may be needed for tests. Undefined where none answers. */
async function findEngine({ environment }, { config, run }) {
    return (await askEngine(dockerContextName(environment, config), environment, run)).engine;
}
/** Makes the chosen builder, and the emulation that the platforms need. Nothing is started where the engine can do it by itself. */
async function readyBuilder(host, workspace, { plan, inputs, chosen }) {
    const { engine } = chosen;
    await readyEmulation(plan, inputs, { engine, run: workspace.run });
    return { builder: await takeUp({ host, workspace, inputs, chosen }), engine };
}
async function takeUp({ host, workspace, inputs, chosen }) {
    const { choice, engine } = chosen;
    const { run, home, folder } = workspace;
    if (choice.kind === 'engine')
        return choice.builder;
    if (choice.kind === 'named')
        return inspectBuilder(choice, inputs.builder.driver, { run, engine });
    const { cleanup, keepState, buildkitdConfig, buildkitdConfigInline } = inputs.builder;
    host.log.info(`The builder is a docker-container of its own: ${choice.reason}`);
    const inline = buildkitdConfigInline === '' ? undefined : await home.writePrivateFile('buildkitd.toml', buildkitdConfigInline);
    const configFile = buildkitdConfig === '' ? inline : buildkitdConfig;
    const means = { run, inputs: inputs.builder, configFile, patience: workspace.patience };
    const noteOwn = (name) => {
        if (cleanup)
            host.remember({ builder: name, keepState: String(keepState) });
    };
    if (!keepState) {
        const name = external_node_path_.basename(folder);
        noteOwn(name);
        return createBuilder(name, choice.reason, means);
    }
    const kept = await takeKeptBuilder(choice.reason, { ...means, engine, onCreate: (isOurs) => noteOwn(isOurs ? KEPT_BUILDER : '') });
    if (kept.idle.length > 0)
        host.log.notice(describeIdle(kept.idle));
    return kept.builder;
}
function describeIdle(inputs) {
    const have = inputs.length === 1 ? 'has' : 'have';
    return `${inputs.join(' and ')} ${have} no effect: keep-state reuses the builder ${KEPT_BUILDER} as it was created. Apply with: docker buildx rm --keep-state ${KEPT_BUILDER}`;
}

// EXTERNAL MODULE: ./.build/registry/answer.js
var registry_answer = __webpack_require__(5932);
// EXTERNAL MODULE: ./.build/registry/location.js
var registry_location = __webpack_require__(4017);
;// CONCATENATED MODULE: ./.build/registry/auth/challenge.js
const MAX_LENGTH = 8192;
const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}/y;
const PARAMETER = /([!#$%&'*+.^_`|~0-9A-Za-z-]{1,256})[ \t]{0,8}=[ \t]{0,8}(?:"((?:[^"\\]|\\.){0,4096})"|([^\s,"]{1,4096}))/y;
const SEPARATOR = /[ \t,]{0,64}/y;
/**
 * Reads a WWW-Authenticate header, which may hold several challenges. What cannot be read is left out, with all that follows it.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
function parseChallenges(header) {
    const text = header.slice(0, MAX_LENGTH);
    const challenges = [];
    let position = match(SEPARATOR, text, 0)?.end ?? 0;
    while (position < text.length) {
        const scheme = match(TOKEN, text, position);
        if (scheme === undefined)
            break;
        const { parameters, end } = parseParameters(text, scheme.end);
        challenges.push({ scheme: scheme.groups[0]?.toLowerCase() ?? '', parameters });
        position = end;
    }
    return challenges;
}
function parseParameters(text, start) {
    const found = [];
    let end = match(SEPARATOR, text, start)?.end ?? start;
    for (let parameter = match(PARAMETER, text, end); parameter !== undefined; parameter = match(PARAMETER, text, end)) {
        const [, name = '', quoted, plain = ''] = parameter.groups;
        found.push([name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain]);
        end = match(SEPARATOR, text, parameter.end)?.end ?? parameter.end;
    }
    return { parameters: Object.fromEntries(found), end };
}
/** The pattern at exactly that position. */
function match(pattern, text, at) {
    const sticky = new RegExp(pattern); // lastIndex is state, so each match has its own
    sticky.lastIndex = at;
    const groups = sticky.exec(text);
    return groups === null ? undefined : { groups, end: sticky.lastIndex };
}

;// CONCATENATED MODULE: ./.build/registry/auth/token.js



/** What a token endpoint means that says nothing. @see https://distribution.github.io/distribution/spec/auth/token/#token-response-fields */
const DEFAULT_LIFETIME_S = 60;
/** A token that ends while its request is on the way is of no use; one that lives less than two minutes serves half of its life. */
const MARGIN_S = 60;
const MAX_TOKEN_BYTES = 1024 * 1024;
/**
 * Asks the realm for a token: GET with Basic, or POST with the refresh token where the credentials are an identity token.
 * @throws {RegistryError} about the realm where it is refused or not answered, or where the realm would get credentials over plain HTTP.
 * @see https://distribution.github.io/distribution/spec/auth/oauth/
 */
async function requestToken(request, transport, patience) {
    const { challenge, repository } = request;
    const { realm = '' } = challenge.parameters;
    const nowhere = { repository, operation: 'log in', url: new URL(`https://${repository.registry}/`) };
    if (!URL.canParse(realm))
        throw (0,registry_error/* answerMismatch */.rO)(nowhere, 'the registry names no token endpoint');
    const url = new URL(realm);
    const asked = { ...nowhere, url };
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && transport.mayBePlain(url.host));
    if (!isSafe)
        throw (0,registry_error/* answerMismatch */.rO)(asked, `the token endpoint ${url.protocol}//${url.host} is not reached by HTTPS`);
    const askedAtMs = performance.now();
    try {
        const answer = await transport.send(formulate(request, url), patience);
        if (answer.status !== 200)
            throw await (0,registry_error/* answerError */.n)(asked, answer);
        const token = parseToken(await (0,registry_answer/* readBody */.x8)(answer, MAX_TOKEN_BYTES), askedAtMs);
        if (token === undefined)
            throw (0,registry_error/* answerMismatch */.rO)(asked, 'the token endpoint answered without a token');
        return token;
    }
    catch (error) {
        throw (0,registry_error/* networkError */.x6)(asked, error);
    }
}
function formulate({ challenge, scopes, credentials }, realm) {
    const service = challenge.parameters.service;
    const named = service === undefined ? [] : [['service', service]];
    if (credentials?.kind === 'identity-token') {
        const form = new URLSearchParams([
            ['grant_type', 'refresh_token'],
            ['refresh_token', credentials.token],
            ['client_id', 'tagboat'],
            ['scope', scopes.join(' ')],
            ...named.map(([key, value]) => [key, value]),
        ]);
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return { method: 'POST', url: realm, headers, body: { kind: 'bytes', bytes: Buffer.from(form.toString()) } };
    }
    const url = new URL(realm);
    for (const [key, value] of named)
        url.searchParams.set(key, value);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    return { method: 'GET', url, headers: {}, authorization: credentials === undefined ? undefined : basicAuthorization(credentials) };
}
/** @see https://www.rfc-editor.org/rfc/rfc7617 */
function basicAuthorization({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
function parseToken(bytes, askedAtMs) {
    const data = (0,parse_json/* parseObject */.l)(bytes);
    const value = [data.token, data.access_token].find((candidate) => typeof candidate === 'string' && /^[\x21-\x7e]{1,65536}$/.test(candidate));
    if (typeof value !== 'string')
        return undefined;
    const given = data.expires_in;
    const lifetimeS = typeof given === 'number' && given > 0 ? given : DEFAULT_LIFETIME_S;
    return { value, usableUntilMs: askedAtMs + Math.max(lifetimeS - MARGIN_S, lifetimeS / 2) * 1000 };
}

;// CONCATENATED MODULE: ./.build/registry/auth/authorizer.js



/** What token services answer to credentials that are wrong or have ended; to a refresh token that has, 400. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
const REFUSED = [400, 401, 403];
function createAuthorizer({ credentials, transport }) {
    let challenge;
    const tokens = new Map();
    const refusedHeaders = new Set();
    const isUsable = (token) => token.usableUntilMs > performance.now() && !refusedHeaders.has(bearer(token));
    const fetchToken = async (asking, scopes, { repository, patience }) => {
        const known = await credentials.current();
        const request = { challenge: asking, scopes, credentials: known, repository };
        return requestToken(request, transport, patience).catch(async (error) => {
            const isRefused = error instanceof registry_error/* RegistryError */.gl && REFUSED.includes(error.status ?? 0);
            const other = isRefused && known !== undefined ? await credentials.instead(known) : undefined;
            if (other === undefined)
                throw error;
            return requestToken({ ...request, credentials: other }, transport, patience);
        });
    };
    const askFor = (asking, scopes, context) => {
        const key = authorizer_keyOf(scopes);
        const pending = fetchToken(asking, scopes, context);
        tokens.set(key, pending);
        pending.catch(() => tokens.get(key) === pending && tokens.delete(key)); // the waiting request reports it
        return pending;
    };
    const tokenFor = async (asking, scopes, context) => {
        const [key, held] = [...tokens].find(([name]) => covers(name, scopes)) ?? [];
        if (key === undefined || held === undefined)
            return askFor(asking, scopes, context);
        const token = await held.catch((error) => {
            if (key === authorizer_keyOf(scopes) && error instanceof registry_error/* RegistryError */.gl)
                throw error; // the same scopes would be refused again
            return undefined;
        });
        if (token === undefined)
            return tokenFor(asking, scopes, context); // more was refused than is needed here, or it was broken off
        if (isUsable(token))
            return token;
        const renewed = tokens.get(key);
        return renewed === undefined || renewed === held ? askFor(asking, key.split(' '), context) : renewed; // one renews for all
    };
    return {
        authorize: async (scopes, context) => {
            if (challenge === undefined)
                return undefined;
            if (challenge.scheme === 'bearer')
                return bearer(await tokenFor(challenge, scopes, context));
            return passwordHeader(await credentials.current());
        },
        instead: async (refused) => {
            if (challenge?.scheme !== 'basic' || refused === undefined)
                return undefined;
            const known = await credentials.current();
            if (known === undefined || passwordHeader(known) !== refused)
                return passwordHeader(known); // renewed meanwhile
            return passwordHeader(await credentials.instead(known));
        },
        learn: (header, refused = { authorization: undefined, scopes: [] }) => {
            const before = challenge;
            const offered = parseChallenges(header ?? '');
            challenge = offered.find(({ scheme }) => scheme === 'bearer') ?? offered.find(({ scheme }) => scheme === 'basic') ?? before;
            const isNew = before?.scheme !== challenge?.scheme || refused.authorization === undefined;
            if (challenge?.scheme !== 'bearer')
                return challenge !== undefined && isNew ? refused.scopes : undefined;
            const missing = missingScopes(challenge, refused.scopes);
            if (missing.length === 0 && refused.authorization !== undefined)
                refusedHeaders.add(refused.authorization);
            return [...refused.scopes, ...missing];
        },
    };
}
function passwordHeader(credentials) {
    return credentials?.kind === 'password' ? basicAuthorization(credentials) : undefined;
}
function bearer({ value }) {
    return `Bearer ${value}`;
}
/** The scope for a repository. @see https://distribution.github.io/distribution/spec/auth/scope/ */
function repositoryScope(path, actions) {
    return `repository:${path}:${actions}`;
}
function authorizer_keyOf(scopes) {
    return [...scopes].sort().join(' ');
}
/** Whether a token for those scopes is good for these: `pull,push` is good for `pull`. */
function covers(key, scopes) {
    const held = key.split(' ').flatMap(actionsOf);
    return scopes.length > 0 && scopes.flatMap(actionsOf).every((action) => held.includes(action));
}
/** `repository:a/b:pull,push` as `repository:a/b:pull` and `repository:a/b:push`. */
function actionsOf(scope) {
    const colon = scope.lastIndexOf(':');
    return scope
        .slice(colon + 1)
        .split(',')
        .map((action) => `${scope.slice(0, colon)}:${action}`);
}
/**
 * What the registry wants besides: distribution asks for `delete` to end an upload. Other repositories than the request's are
 * not its business.
 */
function missingScopes({ parameters }, scopes) {
    const names = scopes.map((scope) => scope.slice(0, scope.lastIndexOf(':') + 1));
    const wanted = (parameters.scope ?? '').split(' ').filter((scope) => names.some((name) => scope.startsWith(name)));
    return wanted.filter((scope) => !covers(authorizer_keyOf(scopes), [scope]));
}

;// CONCATENATED MODULE: ./.build/registry/remote.js


const READS = ['look up blob', 'pull blob', 'look up manifest', 'pull manifest', 'list referrers of', 'list tags'];
function actionsFor(operation) {
    if (operation === 'delete manifest')
        return 'pull,push,delete';
    return READS.includes(operation) ? 'pull' : 'pull,push';
}
function openRemote(repository, session, patience) {
    return {
        repository,
        limits: patience.limits,
        vet: (subject, target) => session.vet({ ...about(subject), repository, target }, patience),
        tidy: session.tidy,
        send: ({ target, furtherScopes = [], timeoutMs, ...call }) => {
            const path = typeof target === 'string' ? `/v2/${repository.path}/${target}` : target;
            const scope = repositoryScope(repository.path, actionsFor(call.operation));
            const signal = timeoutMs === undefined ? patience.signal : AbortSignal.any([patience.signal, AbortSignal.timeout(timeoutMs)]);
            return session.send({ ...call, repository, target: path, scopes: [scope, ...furtherScopes] }, { ...patience, signal });
        },
        failure: (subject, { url, error }) => patience.signal.aborted ? patience.signal.reason : (0,registry_error/* networkError */.x6)({ ...about(subject), repository, url }, error),
    };
}
/** The error for an answer that says no. */
function remote_refusal({ repository }, subject, answer) {
    return (0,registry_error/* answerError */.n)({ ...about(subject), repository, url: answer.url }, answer);
}
/** The error for an answer that says yes and cannot be believed; temporary where it may have been damaged on the way. */
function mismatch({ repository }, subject, answer) {
    const verdict = subject.temporary === true ? { temporary: true, attempts: 2 } : { temporary: false };
    return (0,registry_error/* answerMismatch */.rO)({ ...about(subject), repository, url: answer.url }, answer.detail, verdict);
}
function about({ operation, reference }) {
    return reference === undefined ? { operation } : { operation, reference };
}

;// CONCATENATED MODULE: ./.build/registry/manifests.js







const ACCEPT = { accept: MANIFEST_TYPES.join(', ') };
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#checking-if-content-exists-in-the-registry */
async function headManifest(remote, reference) {
    const subject = { operation: 'look up manifest', reference };
    const answer = await remote.send({ ...subject, method: 'HEAD', target: `manifests/${reference}`, headers: ACCEPT });
    if (answer.status !== 200 && answer.status !== 404)
        throw await remote_refusal(remote, subject, answer);
    await (0,registry_answer/* discardBody */.LL)(answer);
    if (answer.status === 404)
        return undefined;
    const mediaType = mediaTypeOf(answer);
    const digest = digestHeader(answer);
    const size = Number(answer.headers['content-length'] ?? 0);
    const isWhole = MANIFEST_TYPES.includes(mediaType) && digest !== undefined && size > 0;
    if (isWhole && (!isDigest(reference) || digest === reference))
        return { mediaType, digest, size };
    const manifest = await getManifest(remote, reference); // the header is not obligatory
    return manifest === undefined ? undefined : { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length };
}
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
async function getManifest(remote, reference) {
    const subject = { operation: 'pull manifest', reference };
    const answer = await remote.send({ ...subject, method: 'GET', target: `manifests/${reference}`, headers: ACCEPT });
    if (answer.status !== 200 && answer.status !== 404)
        throw await remote_refusal(remote, subject, answer);
    if (answer.status === 404) {
        await (0,registry_answer/* discardBody */.LL)(answer);
        return undefined;
    }
    const bytes = await manifests_readWhole(remote, subject, answer);
    const wrong = (detail, temporary = false) => mismatch(remote, { ...subject, temporary }, { url: answer.url, detail });
    const mediaType = [mediaTypeOf(answer), (0,json/* asText */.e1)((0,parse_json/* parseObject */.l)(bytes).mediaType)].find((type) => type !== undefined && MANIFEST_TYPES.includes(type));
    if (mediaType === undefined)
        throw wrong(`the answer is not a manifest but ${mediaTypeOf(answer) || 'something without a type'}`);
    const promised = isDigest(reference) ? reference : digestHeader(answer);
    const digest = digestOf(bytes, promised);
    if (promised !== undefined && digest !== promised)
        throw wrong(`the answer has the digest ${digest}, not ${promised}`, true); // damaged on the way
    return { mediaType, digest, bytes };
}
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests */
async function manifests_putManifest(remote, reference, { mediaType, digest, bytes }) {
    const subject = { operation: 'push manifest', reference };
    const headers = { 'content-type': mediaType };
    const answer = await remote.send({
        ...subject,
        method: 'PUT',
        target: `manifests/${reference}`,
        headers,
        body: { kind: 'bytes', bytes },
        lookFirst: !isDigest(reference), // a tag may have been moved on by then
    });
    if (answer.status !== 201)
        throw await remote_refusal(remote, subject, answer);
    await (0,registry_answer/* discardBody */.LL)(answer);
    const stored = digestHeader(answer);
    const isOther = stored !== undefined && stored !== digest;
    if (isOther)
        throw mismatch(remote, subject, { url: answer.url, detail: `the registry stored ${stored}, not ${digest}` });
}
/** How registries say that manifests cannot be removed there, or not by us. */
const NOT_REMOVED = [400, 401, 403, 405, 409, 415, 501];
/**
 * Removes a manifest, and with it every tag that holds it.
 * @returns false where the registry does not do that, or not for us; true where it is gone.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#deleting-manifests
 */
async function deleteManifest(remote, digest) {
    const subject = { operation: 'delete manifest', reference: digest };
    const answer = await remote.send({ ...subject, method: 'DELETE', target: `manifests/${digest}` });
    const isGone = [200, 202, 204, 404].includes(answer.status);
    if (!isGone && !NOT_REMOVED.includes(answer.status))
        throw await remote_refusal(remote, subject, answer);
    await (0,registry_answer/* discardBody */.LL)(answer);
    return isGone;
}
/** A manifest's bytes, capped. */
async function manifests_readWhole(remote, subject, answer) {
    try {
        return await (0,registry_answer/* readBody */.x8)(answer, MAX_MANIFEST_BYTES);
    }
    catch (error) {
        throw remote.failure(subject, { url: answer.url, error });
    }
}
/** Without parameters such as `;charset=utf-8`; '' where there is none. */
function mediaTypeOf({ headers }) {
    return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
function digestHeader({ headers }) {
    const digest = headers['docker-content-digest'];
    return typeof digest === 'string' && isDigest(digest) ? digest : undefined;
}

;// CONCATENATED MODULE: ./.build/registry/referrers.js









const MAX_PAGES = 20;
/** How registries without the referrers API say so. */
const NO_REFERRERS_API = [400, 404, 405, 406, 501];
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-referrers */
async function referrers_listReferrers(remote, digest) {
    return (await listByApi(remote, digest)) ?? listReferrersByTag(remote, digest);
}
/** Undefined where the registry has no such API. */
async function listByApi(remote, digest) {
    const found = [];
    let target = `referrers/${digest}`;
    for (let page = 0; target !== undefined && page < MAX_PAGES; page += 1) {
        const { referrers, next } = await readReferrersPage(remote, { digest, target });
        if (referrers === undefined)
            return undefined;
        found.push(...referrers);
        target = next;
    }
    return found;
}
/** One page of the API's answer; no referrers at all where the registry has no such API. */
async function readReferrersPage(remote, { digest, target }) {
    const subject = { operation: 'list referrers of', reference: digest };
    const answer = await remote.send({ ...subject, method: 'GET', target, headers: { accept: OCI_INDEX } });
    const isMissing = NO_REFERRERS_API.includes(answer.status) || (answer.status === 200 && mediaTypeOf(answer) !== OCI_INDEX);
    if (!isMissing && answer.status !== 200)
        throw await remote_refusal(remote, subject, answer);
    if (isMissing) {
        await (0,registry_answer/* discardBody */.LL)(answer);
        return { referrers: undefined, next: undefined };
    }
    return { referrers: readDescriptors(await manifests_readWhole(remote, subject, answer)), next: (0,registry_location/* nextPage */.Z)(answer) };
}
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#unavailable-referrers-api */
async function listReferrersByTag(remote, digest) {
    const index = await getManifest(remote, fallbackTag(digest));
    return index === undefined ? [] : readDescriptors(index.bytes);
}
/**
 * Looks whether manifests are listed as referrers of their subject. Where the registry keeps no account of that, the tag that stands in for the referrers API
 * is read, merged and written, once for all of them, which the specification leaves to clients. Registries have no compare-and-swap: another process may write the
 * tag at the same time, so that only `listed`, some time later, says that they are.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests-with-subject
 */
function addReferrers(remote, subject, manifests) {
    return inTurn(`${(0,reference/* formatRepository */.Sh)(remote.repository)}@${subject}`, async () => {
        const listed = await listByApi(remote, subject);
        if (listed !== undefined)
            return missingIn(listed, manifests).length === 0 ? 'listed' : 'missing';
        const tag = fallbackTag(subject);
        const held = await getManifest(remote, tag);
        const index = held === undefined ? {} : (0,parse_json/* parseObject */.l)(held.bytes);
        const missing = missingIn(held === undefined ? [] : readDescriptors(held.bytes), manifests);
        if (missing.length === 0)
            return 'listed';
        const merged = [...(0,json/* asList */.DD)(index.manifests), ...missing.map(describeReferrer)];
        const bytes = Buffer.from(JSON.stringify({ ...index, schemaVersion: 2, mediaType: OCI_INDEX, manifests: merged }));
        await manifests_putManifest(remote, tag, { mediaType: OCI_INDEX, digest: digestOf(bytes), bytes });
        return 'written';
    });
}
function missingIn(listed, manifests) {
    const known = new Set(listed.map(({ digest }) => digest));
    return manifests.filter(({ digest }) => !known.has(digest));
}
/** What is under way, by repository and subject: two writers of one process would lose each other's entries. */
const turns = new Map();
function inTurn(key, work) {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
    turns.set(key, turn);
    const end = () => {
        if (turns.get(key) === turn)
            turns.delete(key);
    };
    turn.then(end, end);
    return turn;
}
function describeReferrer({ mediaType, digest, bytes }) {
    const data = (0,parse_json/* parseObject */.l)(bytes);
    const artifactType = (0,json/* asText */.e1)(data.artifactType) ?? (0,json/* asText */.e1)((0,json/* asObject */.eB)(data.config).mediaType);
    return { mediaType, digest, size: bytes.length, artifactType, annotations: data.annotations };
}
/** The tag that lists what refers to a manifest. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#referrers-tag-schema */
function fallbackTag(digest) {
    return digest.replace(':', '-').slice(0, 128);
}
function readDescriptors(index) {
    return (0,json/* asList */.DD)((0,parse_json/* parseObject */.l)(index).manifests).flatMap((item) => {
        const { mediaType, digest, size } = (0,json/* asObject */.eB)(item);
        const isDescriptor = typeof mediaType === 'string' && typeof digest === 'string' && isDigest(digest) && typeof size === 'number';
        return isDescriptor ? [{ mediaType, digest, size }] : [];
    });
}

;// CONCATENATED MODULE: ./.build/registry/published-image.js




/** Of signatures and the like that are read with one image: a registry could list them without end. */
const MAX_ATTACHED = 1000;
/** What cosign before version 3 appends to the tag that it makes of a digest. */
const SIGNATURE_SUFFIXES = ['.sig', '.att', '.sbom'];
/**
 * Reads a published image as a candidate, so that it can be brought to other repositories as it is: its platforms, its attestations, and what refers to it,
 * to one of its platforms or to one of these in turn (signatures and the like): as further children, or, where only a tag tells of them, as signature tags.
 * @throws {Error} where the repository does not hold the image, or not all of it.
 */
async function readPublished(client, digest) {
    const source = {
        findManifest: (child) => client.getManifest(child.digest),
        readBlob: (blob) => (0,consumers_.buffer)(client.getBlob(blob.digest, blob.size)),
        openBlob: (blob) => () => client.getBlob(blob),
    };
    const limit = makeReadingLimit();
    const readImage = (root) => makeCandidate(root, source, limit);
    const image = await readImage(await published_image_getManifest(client, digest));
    const { referrers, tagged } = await readAttached(client, image, readImage);
    const parts = [...referrers, ...tagged.map(({ candidate }) => candidate)];
    return {
        ...image,
        children: uniqueBy([...image.children, ...referrers.flatMap(({ children, root }) => [...children, root])]),
        signatureTags: tagged.map(({ tag, candidate }) => ({ tag, manifest: candidate.root })),
        blobs: uniqueBy([...image.blobs, ...parts.flatMap(({ blobs }) => blobs)]),
    };
}
/** What is attached to an image, and to that in turn. An entry of a listing whose manifest is not there any more is nothing that could be brought along. */
async function readAttached(client, image, readImage) {
    const seen = new Set();
    const referrers = [];
    const tagged = [];
    const findTags = await makeFindTags(client);
    const read = async (reference) => {
        const manifest = await client.getManifest(reference);
        return manifest === undefined ? undefined : readImage(manifest);
    };
    let subjects = [image.root, ...image.children];
    while (subjects.length > 0) {
        for (const { digest } of subjects)
            seen.add(digest);
        const listed = uniqueBy((await Promise.all(subjects.map(({ digest }) => client.referrers(digest)))).flat());
        if (seen.size + listed.length > MAX_ATTACHED)
            throw new Error(`${image.root.digest} has more than ${MAX_ATTACHED} signatures and attestations`);
        const names = subjects.flatMap(({ digest }) => findTags(digest));
        const more = await Promise.all(listed.filter(({ digest }) => !seen.has(digest)).map(({ digest }) => read(digest)));
        const signatures = await Promise.all(names.map(async (tag) => ({ tag, candidate: await read(tag) })));
        const found = more.filter((each) => each !== undefined);
        referrers.push(...found);
        tagged.push(...signatures.filter((each) => each.candidate !== undefined));
        subjects = found.flatMap(({ children, root }) => [...children, root]).filter(({ digest }) => !seen.has(digest));
    }
    return { referrers, tagged };
}
/** The tags that cosign may have made of a digest: those that the repository lists, all three where it does not tell. */
async function makeFindTags(client) {
    const listed = await client.listTags().catch(() => undefined);
    const known = listed === undefined ? undefined : new Set(listed);
    return (digest) => SIGNATURE_SUFFIXES.map((suffix) => `${fallbackTag(digest)}${suffix}`).filter((tag) => known?.has(tag) ?? true);
}
async function published_image_getManifest(client, digest) {
    const manifest = await client.getManifest(digest);
    if (manifest === undefined)
        throw new Error(`${(0,reference/* formatRepository */.Sh)(client.repository)}@${digest} is not there any more`);
    return manifest;
}
function uniqueBy(items) {
    return [...new Map(items.map((item) => [item.digest, item])).values()];
}

;// CONCATENATED MODULE: ./.build/app/reuse.js


/** Takes up what is published already, as if it had been built now (P5). */
async function adopt({ from, digest }) {
    return { candidate: await readPublished(from.client, digest), metadata: '' };
}
/** `ghcr.io/octo/app:1.2.3` */
function adoptedName({ from, tag }) {
    return `${(0,reference/* shortName */.EU)(from.repository)}:${tag}`;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./.build/oci/docker-archive.js













const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
const OCI_LAYER = 'application/vnd.oci.image.layer.v1.tar';
/** The first bytes of a layer say how it is compressed. @see https://www.rfc-editor.org/rfc/rfc1952 and https://www.rfc-editor.org/rfc/rfc8878 */
const MAGIC = [
    { suffix: '+gzip', bytes: Buffer.from([0x1f, 0x8b]) },
    { suffix: '+zstd', bytes: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]) },
];
/** Whether a folder holds an unpacked docker archive and no OCI layout: the older form of `docker save`, and what ko, kaniko and bazel write. */
async function isDockerArchive(folder) {
    const [index, manifest] = await Promise.all(['index.json', 'manifest.json'].map((name) => (0,promises_.stat)(external_node_path_.join(folder, name)).catch(() => undefined)));
    return index === undefined && manifest !== undefined;
}
/**
 * Makes an OCI layout of an unpacked docker archive. The configuration stays as it is; layers that are not compressed are, by gzip without a
 * time in it, so that the same archive gives the same digest.
 * @throws {Error} where the archive holds none or several images, or other layers than the image's configuration says.
 * @see https://github.com/moby/docker-image-spec/blob/v1.3.1/spec.md#combined-image-json--filesystem-changeset-format
 */
async function convertDockerArchive(folder, layout) {
    const image = onlyImage(JSON.parse((await docker_archive_readWhole(folder, 'manifest.json')).toString('utf8'))); // what JSON.parse gives is Json
    const blobs = external_node_path_.join(layout, 'blobs/sha256');
    await (0,promises_.mkdir)(blobs, { recursive: true });
    const bytes = await docker_archive_readWhole(folder, (0,json/* asText */.e1)(image.Config) ?? '');
    const diffIds = (0,json/* asList */.DD)((0,json/* asObject */.eB)((0,parse_json/* parseObject */.l)(bytes).rootfs).diff_ids).map((id) => (0,json/* asText */.e1)(id) ?? '');
    const files = (0,json/* asList */.DD)(image.Layers).map((layer) => (0,json/* asText */.e1)(layer) ?? '');
    if (files.length !== diffIds.length)
        throw new Error(`Its configuration has ${diffIds.length} layers, and manifest.json lists ${files.length}.`);
    const config = await writeBlob(blobs, bytes, OCI_CONFIG);
    const layers = [];
    for (const [index, file] of files.entries())
        layers.push(await addLayer(await fileIn(folder, file), { blobs, diffId: diffIds[index] ?? '' }));
    const manifest = { schemaVersion: 2, mediaType: OCI_MANIFEST, config, layers };
    const root = await writeBlob(blobs, Buffer.from(JSON.stringify(manifest)), OCI_MANIFEST);
    await (0,promises_.writeFile)(external_node_path_.join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    await (0,promises_.writeFile)(external_node_path_.join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [root] }));
}
function onlyImage(manifest) {
    const [only, ...others] = (0,json/* asList */.DD)(manifest).map(json/* asObject */.eB);
    if (only === undefined)
        throw new Error('Its manifest.json lists no image.');
    if (others.length > 0)
        throw new Error(`Its manifest.json lists ${others.length + 1} images.`);
    return only;
}
/** Links within the archive are followed; none leads out of it. */
async function fileIn(folder, name) {
    const [root, file] = await Promise.all([(0,promises_.realpath)(folder), (0,promises_.realpath)(external_node_path_.join(folder, name)).catch(() => undefined)]);
    if (file === undefined || name === '')
        throw new Error(`Its manifest.json names ${JSON.stringify(name)}, which is not there.`);
    if (!file.startsWith(`${root}${external_node_path_.sep}`))
        throw new Error(`Its manifest.json names ${JSON.stringify(name)}, which is not in the archive.`);
    if (!(await (0,promises_.stat)(file)).isFile())
        throw new Error(`Its ${JSON.stringify(name)} is not a regular file.`); // a pipe would be waited for
    return file;
}
async function docker_archive_readWhole(folder, name) {
    const content = await (0,regular_file/* readRegularBytes */.O)(await fileIn(folder, name), { maxBytes: MAX_CONFIG_BYTES });
    if ('bytes' in content)
        return content.bytes;
    throw new Error(`Its ${JSON.stringify(name)} ${content.failure}.`);
}
async function writeBlob(blobs, bytes, mediaType) {
    const digest = digestOf(bytes);
    await (0,promises_.writeFile)(external_node_path_.join(blobs, digest.slice('sha256:'.length)), bytes);
    return { mediaType, digest, size: bytes.length };
}
async function addLayer(file, { blobs, diffId }) {
    const compression = await compressionOf(file);
    const written = external_node_path_.join(blobs, 'incoming');
    const [plain, packed] = [(0,external_node_crypto_.createHash)('sha256'), (0,external_node_crypto_.createHash)('sha256')];
    const gzip = compression === undefined ? (0,external_node_zlib_.createGzip)() : new external_node_stream_.PassThrough();
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hashing(plain), gzip, hashing(packed), (0,external_node_fs_.createWriteStream)(written));
    const found = `sha256:${plain.digest('hex')}`;
    if (compression === undefined && found !== diffId)
        throw new Error(`The layer ${external_node_path_.basename(file)} has the digest ${found}, and not ${diffId}.`);
    const digest = packed.digest('hex');
    await (0,promises_.rename)(written, external_node_path_.join(blobs, digest));
    const { size } = await (0,promises_.stat)(external_node_path_.join(blobs, digest));
    return { mediaType: `${OCI_LAYER}${compression ?? '+gzip'}`, digest: `sha256:${digest}`, size };
}
/** Passes on what it hashes. */
function hashing(hash) {
    return async function* (source) {
        for await (const chunk of source) {
            hash.update(chunk);
            yield chunk;
        }
    };
}
async function compressionOf(file) {
    const handle = await (0,promises_.open)(file);
    try {
        const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
        return MAGIC.find(({ bytes }) => buffer.subarray(0, bytes.length).equals(bytes))?.suffix;
    }
    finally {
        await handle.close();
    }
}

// EXTERNAL MODULE: ./.build/plan/inputs/source.js
var inputs_source = __webpack_require__(7975);
;// CONCATENATED MODULE: ./.build/build/source.js









/**
 * Reads the image that another tool made. Nothing is sent, and nothing of it is changed.
 * @throws {ProblemError} where there is none, it is not whole, or it is not for the platforms that are named.
 */
async function readSource(source, means) {
    const given = (0,inputs_source/* formatSource */.j2)(source);
    const candidate = await readLayout(await findLayout(source, means), { where: 'source', given });
    source_checkPlatforms(candidate, means.platforms, given);
    return { candidate, metadata: '' };
}
async function findLayout(source, { host, workspace }) {
    if (source.kind === 'path' && (await (0,promises_.stat)(source.path)).isDirectory())
        return source.path;
    const folder = external_node_path_.join(workspace.folder, 'source');
    await (0,promises_.mkdir)(folder);
    const archive = source.kind === 'path' ? external_node_path_.resolve(source.path) : await saveImage(source.reference, workspace);
    await unpack(archive, { folder, given: (0,inputs_source/* formatSource */.j2)(source), host, signal: workspace.signal });
    if (source.kind === 'engine')
        await (0,promises_.rm)(archive);
    return (await isDockerArchive(folder)) ? convert(folder, (0,inputs_source/* formatSource */.j2)(source)) : folder;
}
async function convert(folder, given) {
    const layout = `${folder}-layout`;
    try {
        await convertDockerArchive(folder, layout);
        return layout;
    }
    catch (error) {
        const wrong = `is not a docker archive that can be published (${error instanceof Error ? error.message : String(error)})`;
        throw new text_problem/* ProblemError */.Mm({
            where: 'source',
            given,
            wrong,
            accepted: 'write the archive of one image, as docker save or an OCI tool writes it',
        });
    }
}
/** @see https://docs.docker.com/reference/cli/docker/image/save/ (an OCI layout since Docker 25) */
async function saveImage(reference, { folder, run }) {
    const archive = external_node_path_.join(folder, 'source.tar');
    const { code, stderr } = await run(['image', 'save', `--output=${archive}`, '--', reference]);
    if (code === 0)
        return archive;
    throw new text_problem/* ProblemError */.Mm({
        where: 'source',
        given: `docker-daemon:${reference}`,
        wrong: `cannot be taken from the engine (${(0,last_line/* lastLine */.f)(stderr)})`,
        accepted: 'name an image that docker images lists',
    });
}
/** By the system's tar: it is on every runner, reads what is compressed too, and lets no entry out of the folder. */
async function unpack(archive, { folder, given, host, signal }) {
    const args = ['--extract', '--no-same-owner', '--no-same-permissions', `--file=${archive}`, `--directory=${folder}`];
    const { code, stderr } = await (0,exec/* runProcess */.R)({ file: 'tar', args, env: host.environment, signal });
    signal.throwIfAborted(); // how tar ended says nothing then
    if (code === 0)
        return;
    const wrong = `cannot be unpacked (${(0,last_line/* firstLine */.T)(stderr)})`;
    throw new text_problem/* ProblemError */.Mm({ where: 'source', given, wrong, accepted: 'write a tar archive of an OCI layout, or the folder of one' });
}
function source_checkPlatforms({ images }, platforms, given) {
    const held = images.map(({ platform }) => platform).sort();
    const wanted = platforms.map(text_platform/* formatPlatform */.B).sort();
    if (wanted.length === 0 || wanted.join() === held.join())
        return;
    const accepted = `platforms names ${wanted.join(', ')}: write those it is for, or leave platforms out`;
    throw new text_problem/* ProblemError */.Mm({ where: 'source', given, wrong: `is for ${held.join(', ')}`, accepted });
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/host/pause.js

/** Waits; rejects when the signal is aborted. */
function pause(ms, signal) {
    return (0,external_node_timers_promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
}

// EXTERNAL MODULE: ./.build/host/scratch-folder.js
var scratch_folder = __webpack_require__(6344);
;// CONCATENATED MODULE: ./.build/host/time-scale.js
const MAX_HASTE = 100;
/**
 * How many times faster than promised (P7) registries are given up and tried again: 1, and more only for tests, whose tables of faults would take
 * hours at two minutes a row. It divides waits; it changes no decision. A whole number up to 100; anything else is 1.
 */
function readTimeScale({ TAGBOAT_TEST_TIME_SCALE: given = '' }) {
    const timeScale = /^\d{1,3}$/.test(given) ? Number(given) : 1;
    return timeScale >= 1 && timeScale <= MAX_HASTE ? timeScale : 1;
}

// EXTERNAL MODULE: ./.build/docker/buildx.js
var buildx = __webpack_require__(1199);
;// CONCATENATED MODULE: ./.build/git/guard-others.js
/** As SETTINGS of run-git.ts, of which others can bear these. */
const SETTINGS = { 'safe.bareRepository': 'explicit', 'core.fsmonitor': 'false' };
/**
 * Variables for programs that start git by themselves: buildx asks it in the build context for the commit (`git show`), which would fetch what a prepared
 * repository lacks by a program that the repository names. Settings that the user hands over in variables stay.
 * @see https://git-scm.com/docs/git-config#ENVIRONMENT
 */
function guardGit({ GIT_CONFIG_COUNT = '0' }) {
    const first = /^\d+$/.test(GIT_CONFIG_COUNT) ? Number(GIT_CONFIG_COUNT) : 0;
    const pairs = Object.entries(SETTINGS).flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${first + index}`, key],
        [`GIT_CONFIG_VALUE_${first + index}`, value],
    ]);
    const count = String(first + Object.keys(SETTINGS).length);
    return {
        GIT_NO_LAZY_FETCH: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_COUNT: count,
        ...Object.fromEntries(pairs),
    };
}

// EXTERNAL MODULE: ./.build/docker/credential-helper.js
var credential_helper = __webpack_require__(8363);
// EXTERNAL MODULE: ./.build/docker/hub.js
var hub = __webpack_require__(4396);
;// CONCATENATED MODULE: ./.build/docker/private-config.js








/**
 * Makes the private configuration folder (0700, files 0600). Plugins, contexts and builders of the user keep working through links.
 */
async function makeDockerHome(options) {
    const { config, environment, folder, isIsolated } = options;
    const userFolder = (0,docker_config/* dockerConfigFolder */.Pe)(environment);
    const user = isIsolated ? withoutLogins(config.settings) : await withoutStore(options);
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    await linkOthers(userFolder, folder);
    const added = [];
    let written = Promise.resolve();
    const writePrivateFile = async (name, content) => {
        const file = external_node_path_.join(folder, name);
        await (0,promises_.writeFile)(file, content, { mode: 0o600 });
        return file;
    };
    return {
        folder,
        environment: {
            DOCKER_CONFIG: folder,
            BUILDX_CONFIG: environment.BUILDX_CONFIG || external_node_path_.join(userFolder, 'buildx'),
            ...guardGit(environment),
        },
        writePrivateFile,
        addLogins: (logins) => {
            added.push(...logins);
            written = written.then(async () => {
                const whole = await writePrivateFile('config.json.new', JSON.stringify(mergeLogins(user, added)));
                await (0,promises_.rename)(whole, external_node_path_.join(folder, 'config.json')); // docker may be reading it
            });
            return written;
        },
    };
}
/** The user's settings with these logins on top: a helper for the same registry would win over them, so it is left out. */
function mergeLogins(user, logins) {
    const keyed = logins.map((login) => [(0,hub/* configKey */.u)(login.registry), login]);
    const taken = new Set([...keyed.map(([key]) => key), ...logins.map(({ registry }) => registry)]);
    const auths = keyed.map(([key, { username, password }]) => [key, { auth: Buffer.from(`${username}:${password}`).toString('base64') }]);
    const helpers = Object.entries((0,json/* asObject */.eB)(user.credHelpers)).filter(([registry]) => !taken.has(registry));
    return { ...user, auths: { ...(0,json/* asObject */.eB)(user.auths), ...Object.fromEntries(auths) }, credHelpers: Object.fromEntries(helpers) };
}
/** Settings that say how docker works here. `auths`, helpers, headers and whatever else there may be can hold a credential. */
const WITHOUT_CREDENTIALS = ['currentContext', 'cliPluginsExtraDirs', 'features', 'experimental'];
/** docker hands the proxies to every build as arguments: those with a password are not for it. */
function withoutLogins(user) {
    const kept = Object.entries(user).filter(([name]) => WITHOUT_CREDENTIALS.includes(name));
    const open = Object.entries((0,json/* asObject */.eB)(user.proxies)).filter(([, proxy]) => !JSON.stringify(proxy).includes('@'));
    return { ...Object.fromEntries(kept), ...(open.length === 0 ? {} : { proxies: Object.fromEntries(open) }) };
}
/**
 * A store for all registries makes docker pass over the logins in the file, ours too. It is asked what it holds, and becomes the
 * helper of just those registries.
 */
async function withoutStore({ config, environment, signal, onSilentStore }) {
    const { credsStore, ...rest } = config.settings;
    const store = (0,json/* asText */.e1)(credsStore);
    if (!store)
        return rest;
    const held = await (0,text_problem/* orProblem */.bC)((0,credential_helper/* listCredentialHelper */.g)(store, { environment, signal, file: config.file }));
    if (held instanceof text_problem/* ProblemError */.Mm) {
        onSilentStore(held);
        return rest;
    }
    return {
        ...rest,
        credHelpers: { ...Object.fromEntries(held.map((server) => [server, store])), ...(0,json/* asObject */.eB)(config.settings.credHelpers) },
    };
}
async function linkOthers(userFolder, folder) {
    const names = await (0,promises_.readdir)(userFolder).catch(() => []);
    const others = names.filter((name) => name !== 'config.json');
    await Promise.all(others.map((name) => (0,promises_.symlink)(external_node_path_.join(external_node_path_.resolve(userFolder), name), external_node_path_.join(folder, name))));
}

;// CONCATENATED MODULE: ./.build/docker/workspace.js










/**
 * Makes the scratch folder; the post step learns of it before anything secret is in it.
 * @throws {ProblemError} where something is published and the store of docker's logins cannot be asked.
 */
async function openWorkspace(host, { isIsolated, isPublishing, config }) {
    const { environment, temporaryFolder, signal } = host;
    const folder = await (0,scratch_folder/* makeScratchFolder */.D)(temporaryFolder);
    await removeUnless(() => host.remember({ folder }), folder);
    const sweeping = (0,scratch_folder/* removeAbandoned */.j)(temporaryFolder, Date.now());
    const programs = (0,buildx/* findPrograms */.z)({ environment, config });
    const onSilentStore = (problem) => {
        if (isPublishing)
            throw problem;
        host.log.warning(problem.message);
    };
    const home = await makeDockerHome({ environment, config, folder: external_node_path_.join(folder, 'docker'), isIsolated, signal, onSilentStore });
    const ends = [];
    return {
        folder,
        home,
        config,
        programs,
        run: dockerRunner(host, { home, programs, signal }),
        signal,
        patience: makePatience(host),
        onClose: (end) => ends.push(end),
        close: async () => {
            try {
                await allTogether([sweeping, ...ends.map((end) => end())]);
            }
            finally {
                await (0,promises_.rm)(folder, { recursive: true, force: true }); // it holds logins
            }
        },
    };
}
/** A folder that the post step does not learn of would stay. */
async function removeUnless(isTold, folder) {
    try {
        isTold();
    }
    catch (error) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw error;
    }
}
function makePatience({ environment, log, signal }) {
    const timeScale = readTimeScale(environment);
    const sleep = async (ms) => {
        await pause(ms / timeScale, signal).catch(() => undefined);
        signal.throwIfAborted(); // its reason says more than the timer's
    };
    return { now: () => performance.now(), random: Math.random, sleep, tell: log.info };
}
function dockerRunner(host, { home, programs, signal }) {
    return async (args, { show = false, env = {} } = {}) => {
        const { buildx } = args[0] === 'buildx' ? await programs : { buildx: undefined };
        const output = show ? host.log.foreign(describeCommand(args)) : undefined;
        try {
            const result = await (0,exec/* runProcess */.R)({
                ...(buildx === undefined ? { file: 'docker', args } : { file: buildx, args: args.slice(1) }),
                env: { ...host.environment, ...home.environment, ...env },
                signal,
                onStart: (group) => host.remember({ processGroup: String(group) }),
                ...(output === undefined ? {} : { onOutput: output.write }),
            });
            signal.throwIfAborted(); // how the child ended says nothing then
            return result;
        }
        catch (error) {
            throw (0,docker_programs/* explainStart */._c)(error);
        }
        finally {
            output?.end();
        }
    };
}
/** `docker buildx build`: the words before the first option. */
function describeCommand(args) {
    const end = args.findIndex((arg) => arg.startsWith('-'));
    return ['docker', ...args.slice(0, end < 0 ? undefined : end)].join(' ');
}

;// CONCATENATED MODULE: ./.build/facts/ancestry.js


/** Asks the checkout, which may be shallow, then GitHub where there is a token; undefined where neither knows both commits. Each pair is asked for once. */
function findAncestor(host, { inputs, context }) {
    const api = (0,github/* githubApi */.Mc)(host, { token: inputs.githubToken, repository: context.repository.fullName });
    const answers = new Map();
    const ask = async (older, newer) => {
        const inGit = await (0,git_facts/* isAncestorInGit */.JA)(older, newer, host);
        return inGit !== undefined || api.token === '' || api.repository === '' ? inGit : (0,github/* isAncestorOnGitHub */.i7)(older, newer, api);
    };
    return (older, newer) => {
        const pair = `${older}...${newer}`;
        const answer = answers.get(pair) ?? ask(older, newer);
        answers.set(pair, answer);
        return answer;
    };
}

// EXTERNAL MODULE: ./.build/host/child-environment.js
var child_environment = __webpack_require__(7103);
// EXTERNAL MODULE: ./.build/host/cancellation.js
var cancellation = __webpack_require__(5122);
;// CONCATENATED MODULE: ./.build/registry/request-limits.js
/** DESIGN, promise P7: nothing waits for ever. */
const LIMITS = { connectMs: 15_000, idleMs: 60_000, totalMs: 90_000 };
function makeAllowance(totalMs) {
    let leftMs = totalMs;
    return {
        leftMs: () => leftMs,
        spend: (ms) => {
            leftMs = Math.max(0, leftMs - ms);
        },
    };
}
function limitSilence(request, { idleMs, turn, giveUp }) {
    let response;
    request.once('response', (arrived) => {
        response = arrived;
    });
    request.setTimeout(idleMs);
    request.on('timeout', () => {
        const unread = (response?.readableLength ?? 0) > 0;
        if (turn.ours || unread)
            request.setTimeout(idleMs);
        else
            giveUp();
    });
}
/** Gives the function that starts the time anew: a piece of the body went out. Informational answers (103) and single bytes do not. */
function limitTotal(request, { allowance, turn, streamsAnswer, giveUp }) {
    let timer;
    request.once('socket', () => {
        const startedAtMs = performance.now();
        timer = setTimeout(() => (turn.ours ? timer?.refresh() : giveUp()), allowance.leftMs());
        const stop = () => {
            clearTimeout(timer);
            timer = undefined;
            allowance.spend(performance.now() - startedAtMs);
        };
        request.once('close', stop);
        if (streamsAnswer)
            request.once('response', ({ statusCode }) => (statusCode === 200 ? clearTimeout(timer) : undefined));
    });
    return { restart: () => timer?.refresh() };
}
/** A link that is slower than this is of no use: 1 kB a second. */
const MIN_BYTES_PER_MS = 1;
/** Passes a stream on that brings at least 1 kB a second while it is waited for; how long its reader takes does not count. */
async function* refuseTrickle(stream, { graceMs, tooSlow }) {
    let waitedMs = 0;
    let bytes = 0;
    let askedAtMs = performance.now();
    for await (const chunk of stream) {
        waitedMs += performance.now() - askedAtMs;
        bytes += chunk.length;
        if (waitedMs > graceMs && bytes < waitedMs * MIN_BYTES_PER_MS)
            throw tooSlow();
        yield chunk;
        askedAtMs = performance.now();
    }
}
/** Node tells of a socket once there is one, which behind a proxy is after its tunnel: the time runs from the request's begin, or from its turn. */
function limitConnecting(request, { connectMs, agent, settled, giveUp }) {
    const timer = setTimeout(() => {
        if (waitsForItsTurn(request, agent))
            timer.refresh();
        else
            giveUp();
    }, connectMs);
    timer.unref(); // the connection in the making keeps the process, unless all are closed
    const stop = () => clearTimeout(timer);
    settled.addEventListener('abort', stop);
    request.once('socket', (socket) => {
        if (!socket.connecting)
            return stop();
        timer.refresh();
        socket.once('encrypted' in socket ? 'secureConnect' : 'connect', stop);
    });
}
/** Whether others have all connections that there may be. One that waits for a tunnel in the place of one that broke is in the queue, too. */
function waitsForItsTurn(request, { requests, sockets }) {
    const isQueued = Object.values(requests).some((queue) => queue?.includes(request));
    return isQueued && Object.values(sockets).some((inUse) => (inUse?.length ?? 0) > 0);
}

;// CONCATENATED MODULE: ./.build/registry/retry.js

/** DESIGN, promise P7. */
const BUDGET_MS = 120_000;
/** Half a second to begin with, so that most hiccups cost little; twenty at most, so that the end of an outage is noticed. */
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 20_000;
/** How one registry is tried again: one value for all its repositories and operations, since they wait for the same machine. */
function createRetry({ budgetMs = BUDGET_MS, timeScale = 1, random, now, sleep, signal }) {
    const budget = createBudget(budgetMs / timeScale);
    const again = async (attempt, { number, begunMs }) => {
        try {
            return await attempt(number);
        }
        catch (error) {
            signal.throwIfAborted();
            const givenUp = () => number > 1 && error instanceof registry_error/* RegistryError */.gl ? (0,registry_error/* withTries */.w4)(error, { times: number, tookMs: now() - begunMs }) : error;
            if (!mayTryAgain(error, number))
                throw givenUp();
            const delayMs = delayOf(error, number, random()) / timeScale;
            if (!budget.take({ fromMs: now() - error.silentMs, toMs: now() + delayMs }))
                throw givenUp();
            await sleep(delayMs, signal).catch((reason) => {
                signal.throwIfAborted();
                throw reason;
            });
        }
        return again(attempt, { number: number + 1, begunMs });
    };
    return (attempt) => again(attempt, { number: 1, begunMs: now() });
}
/** The same client, patient. A blob that arrived although its reply was lost is not sent again; a stream is tried again until its first byte. */
function withRetry(client, retry) {
    return {
        repository: client.repository,
        provePush: () => retry(() => client.provePush()),
        hasBlob: (digest) => retry(() => client.hasBlob(digest)),
        putBlob: (blob, open) => retry(async (number) => {
            if (number > 1 && (await hasArrived(client, blob.digest)))
                return;
            await client.putBlob(blob, open);
        }),
        mountBlob: (digest, from) => retry(() => client.mountBlob(digest, from)),
        getBlob: (digest, sizeBytes) => getBlob(client, retry, { digest, sizeBytes }),
        headManifest: (reference) => retry(() => client.headManifest(reference)),
        getManifest: (reference) => retry(() => client.getManifest(reference)),
        putManifest: (reference, manifest) => retry(() => client.putManifest(reference, manifest)),
        deleteManifest: (digest) => retry(() => client.deleteManifest(digest)),
        listTags: () => retry(() => client.listTags()),
        referrers: (digest) => retry(() => client.referrers(digest)),
        addReferrers: (subject, manifests) => retry(() => client.addReferrers(subject, manifests)),
    };
}
/** Where the registry will not say, the upload that follows tells more than the answer to a HEAD, which has no body. */
async function hasArrived(client, digest) {
    try {
        return await client.hasBlob(digest);
    }
    catch (error) {
        if (error instanceof registry_error/* RegistryError */.gl && error.status !== undefined)
            return false;
        throw error;
    }
}
/** Once bytes were passed on they cannot be taken back: a later failure goes to the reader. */
async function* getBlob(client, retry, { digest, sizeBytes }) {
    const { first, rest } = await retry(async () => {
        const iterator = client.getBlob(digest, sizeBytes)[Symbol.asyncIterator]();
        return { first: await iterator.next(), rest: iterator };
    });
    try {
        for (let next = first; next.done !== true; next = await rest.next())
            yield next.value;
    }
    finally {
        await rest.return?.();
    }
}
function mayTryAgain(error, number) {
    return error instanceof registry_error/* RegistryError */.gl && error.temporary && number < (error.attempts ?? Number.POSITIVE_INFINITY);
}
/** Exponential with jitter between half and whole; never less than the registry asks for, and never all clients at the same moment. */
function delayOf({ retryAfterMs }, number, random) {
    const backoffMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (number - 1)) * (0.5 + random / 2);
    return retryAfterMs === undefined ? backoffMs : retryAfterMs + FIRST_DELAY_MS * random;
}
/** Adds up time that was lost, counting what overlaps once. */
function createBudget(budgetMs) {
    let spentMs = 0;
    let countedUntilMs = Number.NEGATIVE_INFINITY;
    return {
        /** False, and nothing taken, where the rest is not enough. */
        take: ({ fromMs, toMs }) => {
            const costMs = Math.max(0, toMs - Math.max(fromMs, countedUntilMs));
            if (spentMs + costMs > budgetMs)
                return false;
            spentMs += costMs;
            countedUntilMs = Math.max(countedUntilMs, toMs);
            return true;
        },
    };
}

;// CONCATENATED MODULE: ./.build/publish/connect.js




/** A registry that is down is to be known in under five seconds, before anything is built. */
const PREFLIGHT_LIMITS = { connectMs: 3_000, idleMs: 4_000, totalMs: 10_000 };
const PREFLIGHT_BUDGET_MS = 2_000;
/** For reading after a cancellation what is where: the whole step has to end within five seconds of it (P8). */
const LATE_MS = 2_000;
/**
 * The destinations with their clients: a patient one, one that tries once for tags, an impatient one for preflight,
 * and one that may still read for a moment after the run's end. The repositories of
 * a registry share one budget for retries, since they wait for the same machine.
 */
function connect(planned, registries, { signal, timeScale }) {
    const limits = { connectMs: LIMITS.connectMs / timeScale, idleMs: LIMITS.idleMs / timeScale, totalMs: LIMITS.totalMs / timeScale };
    const late = (0,cancellation/* withGrace */.pj)(signal, LATE_MS);
    const retries = new Map();
    const retryOf = ({ registry }) => {
        const retry = retries.get(registry) ?? makeRetry({ signal, timeScale });
        retries.set(registry, retry);
        return retry;
    };
    return planned.map((destination) => {
        const { repository } = destination;
        const retry = retryOf(repository);
        const client = registries.clientFor(repository, { limits });
        const preflightClient = registries.clientFor(repository, { limits: PREFLIGHT_LIMITS });
        return {
            ...destination,
            client: withRetry(client, retry),
            preflightClient: withRetry(preflightClient, makeRetry({ signal, timeScale: 1 }, PREFLIGHT_BUDGET_MS)),
            lateClient: registries.clientFor(repository, { signal: late, limits }),
            tagAttempts: { client, retry },
        };
    });
}
function makeRetry(waiting, budgetMs) {
    const budget = budgetMs === undefined ? {} : { budgetMs };
    return createRetry({ ...waiting, ...budget, random: Math.random, now: () => performance.now(), sleep: pause });
}

// EXTERNAL MODULE: ./.build/registry/host.js
var registry_host = __webpack_require__(4404);
;// CONCATENATED MODULE: ./.build/registry/proxy.js


/** Agents have taken `proxyEnv` since 24.5 and 22.21, which brought this flag, too. @see https://nodejs.org/api/cli.html#--use-env-proxy */
function readRuntime({ version, allowedNodeEnvironmentFlags }) {
    return { version, knowsProxies: allowedNodeEnvironmentFlags.has('--use-env-proxy') };
}
/**
 * An older Node would go to registries directly, without a word, where its user wants a proxy.
 * @param registries `docker.io`, `ghcr.io`, `localhost:5000`; those of `insecure` may be plain HTTP.
 * @throws {ProblemError} naming the variable, and the first registry that it is for.
 */
function refuseIgnoredProxy(registries, { environment, insecure, runtime, }) {
    for (const registry of registries) {
        const variable = proxyVariable(registry, { environment, isPlain: insecure.includes(registry) });
        if (variable === undefined || runtime.knowsProxies)
            continue;
        throw new text_problem/* ProblemError */.Mm({
            where: variable,
            wrong: `cannot be used for ${registry} by Node ${runtime.version}`,
            accepted: `run Tagboat with Node 24.5 or 22.21 or later, or name ${(0,registry_host/* apiHostOf */.g)(registry)} in NO_PROXY to go there directly`,
        });
    }
}
/** The variable whose proxy leads to a registry. Lower case comes first, as in Node. */
function proxyVariable(registry, { environment, isPlain }) {
    const host = (0,registry_host/* apiHostOf */.g)(registry);
    if ((0,registry_host/* isLoopback */.U)(host) || isExcepted(host, environment.no_proxy || environment.NO_PROXY || ''))
        return undefined;
    const names = isPlain ? ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'] : ['https_proxy', 'HTTPS_PROXY'];
    return names.find((name) => (environment[name] ?? '') !== '');
}
/** `*`, a host, or a domain with all that is below it; each with a port or for every one. */
function isExcepted(host, noProxy) {
    const name = host.replace(/:\d{1,5}$/, '');
    const entries = noProxy.split(/[\s,]+/).map((entry) => entry.toLowerCase().replace(/^\*?\./, ''));
    return entries.some((entry) => entry === '*' || [host, name].some((each) => entry !== '' && (each === entry || each.endsWith(`.${entry}`))));
}

;// CONCATENATED MODULE: ./.build/registry/list-tags.js






const PAGE_TAGS = 1000;
const list_tags_MAX_PAGES = 10;
/** Registries that know tokens for pushing and pulling only refuse to list. */
const NOT_FOR_US = [401, 403, 404, 405, 501];
/**
 * The names of all tags, none where nothing was pushed yet; undefined where the registry does not tell them, or there are more than 10,000.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-tags
 */
async function listTags(remote) {
    const subject = { operation: 'list tags' };
    const found = [];
    let target = `tags/list?n=${PAGE_TAGS}`;
    for (let page = 0; page < list_tags_MAX_PAGES && target !== undefined; page += 1) {
        const answer = await remote.send({ ...subject, method: 'GET', target });
        if (NOT_FOR_US.includes(answer.status))
            return (await (0,registry_error/* readErrorBody */.Nk)(answer)).code === 'NAME_UNKNOWN' ? [] : undefined;
        if (answer.status !== 200)
            throw await remote_refusal(remote, subject, answer);
        target = (0,registry_location/* nextPage */.Z)(answer);
        found.push(...(0,json/* asList */.DD)((0,parse_json/* parseObject */.l)(await manifests_readWhole(remote, subject, answer)).tags).flatMap((tag) => (0,json/* asText */.e1)(tag) ?? []));
    }
    return target === undefined ? found : undefined;
}

;// CONCATENATED MODULE: ./.build/registry/uploads.js




/** Tidying up after an upload may not hold up what it was for. */
const CANCEL_MS = 2000;
/** At once, one after another: where a fifth of all requests fails, one session in three thousand stays. */
const CANCEL_TRIES = 5;
/** A registry that will not mount says so in one of these ways; the upload that follows shows what is really wrong. */
const NOT_MOUNTED = [400, 401, 403, 404, 405];
/** Opens an upload session, which proves it, and lets it be deleted meanwhile. @throws {RegistryError} where that is not allowed. */
async function provePush(remote) {
    const location = await uploads_openUpload(remote, { operation: 'prove the right to push' });
    void remote.tidy(uploads_cancelUpload(remote, location));
}
/** One POST and one PUT. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#post-then-put */
async function putBlob(remote, { digest, size }, open) {
    const subject = { operation: 'push blob', reference: digest };
    const location = await uploads_openUpload(remote, subject);
    const target = new URL(location);
    target.searchParams.append('digest', digest);
    try {
        const headers = { 'content-type': 'application/octet-stream' };
        const body = { kind: 'stream', sizeBytes: size, open };
        const answer = await remote.send({ ...subject, method: 'PUT', target, headers, body, lookFirst: true }); // done, the session is gone
        if (answer.status !== 201 && answer.status !== 204)
            throw await remote_refusal(remote, subject, answer);
        await (0,registry_answer/* discardBody */.LL)(answer);
        const stored = answer.headers['docker-content-digest'];
        if (typeof stored === 'string' && stored !== digest)
            throw mismatch(remote, subject, { url: answer.url, detail: `the registry stored ${stored}` });
    }
    catch (error) {
        await remote.tidy(uploads_cancelUpload(remote, location));
        throw error;
    }
}
/** Whether the blob was mounted. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#mounting-a-blob-from-another-repository */
async function mountBlob(remote, digest, from) {
    const subject = { operation: 'mount blob', reference: digest };
    const query = new URLSearchParams({ mount: digest, from: from.path });
    const furtherScopes = [repositoryScope(from.path, 'pull')];
    const answer = await remote.send({ ...subject, method: 'POST', target: `blobs/uploads/?${query.toString()}`, furtherScopes });
    if (answer.status !== 201 && answer.status !== 202 && !NOT_MOUNTED.includes(answer.status))
        throw await remote_refusal(remote, subject, answer);
    await (0,registry_answer/* discardBody */.LL)(answer);
    if (answer.status === 202)
        await remote.tidy(uploads_cancelUpload(remote, locationOf(answer)));
    return answer.status === 201;
}
async function uploads_openUpload(remote, subject) {
    const answer = await remote.send({ ...subject, method: 'POST', target: 'blobs/uploads/' });
    if (answer.status !== 202)
        throw await remote_refusal(remote, subject, answer);
    await (0,registry_answer/* discardBody */.LL)(answer);
    const location = locationOf(answer);
    if (location === undefined)
        throw mismatch(remote, subject, { url: answer.url, detail: 'the registry opened an upload and did not say where' });
    await remote.vet(subject, location); // preflight sends nothing there
    return location;
}
function locationOf({ headers, url }) {
    return (0,registry_location/* resolveLocation */.K)(headers.location, url);
}
/** Best effort, all tries within {@link CANCEL_MS}: a session that stays is swept by the registry some day. */
async function uploads_cancelUpload(remote, location) {
    if (location === undefined)
        return;
    const endMs = performance.now() + CANCEL_MS;
    for (let tries = 0; tries < CANCEL_TRIES; tries += 1) {
        const timeoutMs = Math.ceil(endMs - performance.now());
        if (timeoutMs <= 0 || (await isCancelled(remote, location, timeoutMs)))
            return;
    }
}
/** Whether nothing is left to be tried. The error that matters is the one before this. */
async function isCancelled(remote, target, timeoutMs) {
    try {
        const answer = await remote.send({ operation: 'push blob', method: 'DELETE', target, timeoutMs });
        await (0,registry_answer/* discardBody */.LL)(answer);
        return answer.status < 500;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./.build/registry/client.js








/**
 * A client for one repository. It sends each request once (twice where credentials had to be renewed); trying again is
 * `withRetry`'s. After the signal is aborted every method throws its reason and nothing more is sent.
 */
function createRepositoryClient(repository, session, patience) {
    const remote = openRemote(repository, session, patience);
    return {
        repository,
        provePush: () => provePush(remote),
        hasBlob: (digest) => hasBlob(remote, digest),
        putBlob: (blob, open) => putBlob(remote, blob, open),
        mountBlob: (digest, from) => mountBlob(remote, digest, from),
        getBlob: (digest, sizeBytes) => client_getBlob(remote, { digest, sizeBytes }),
        headManifest: (reference) => headManifest(remote, reference),
        getManifest: (reference) => getManifest(remote, reference),
        putManifest: (reference, manifest) => manifests_putManifest(remote, reference, manifest),
        deleteManifest: (digest) => deleteManifest(remote, digest),
        listTags: () => listTags(remote),
        referrers: (digest) => referrers_listReferrers(remote, digest),
        addReferrers: (subject, manifests) => addReferrers(remote, subject, manifests),
    };
}
async function hasBlob(remote, digest) {
    const subject = { operation: 'look up blob', reference: digest };
    const answer = await remote.send({ ...subject, method: 'HEAD', target: `blobs/${digest}` });
    if (answer.status !== 200 && answer.status !== 404)
        throw await remote_refusal(remote, subject, answer);
    await (0,registry_answer/* discardBody */.LL)(answer);
    return answer.status === 200;
}
async function* client_getBlob(remote, { digest, sizeBytes }) {
    const subject = { operation: 'pull blob', reference: digest };
    const answer = await remote.send({ ...subject, method: 'GET', target: `blobs/${digest}`, streamsAnswer: true });
    if (answer.status !== 200)
        throw await remote_refusal(remote, subject, answer);
    const { url } = answer;
    const tooSlow = () => mismatch(remote, { ...subject, temporary: true }, { url, detail: `the answer comes too slowly` });
    const body = refuseTrickle(answer.body, { graceMs: remote.limits.totalMs, tooSlow });
    const limitBytes = sizeBytes ?? Number(answer.headers['content-length'] ?? Number.POSITIVE_INFINITY);
    try {
        yield* checkDigest(body, { digest, limitBytes }, ({ found }) => mismatch(remote, { ...subject, temporary: true }, { url, detail: `the answer has ${found}` }));
    }
    catch (error) {
        throw remote.failure(subject, { url, error });
    }
}

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./.build/registry/tls.js





const CERTIFICATES_DIRECTORY = '/etc/docker/certs.d';
/**
 * The CAs and the client certificate for a registry (`host` or `host:port`), on top of Node's own CAs; undefined where there is
 * nothing to add, since putting a context together takes about 10 ms.
 * @throws {ProblemError} naming a file that cannot be read or is no certificate.
 */
async function loadSecureContext(host, { certificatesDirectory, sslCertFile }) {
    const directory = (0,external_node_path_.join)(certificatesDirectory, host);
    const names = await (0,promises_.readdir)(directory).catch(() => []); // most machines have none
    const authorities = [
        ...names.filter((name) => name.endsWith('.crt')).map((name) => (0,external_node_path_.join)(directory, name)),
        ...(sslCertFile ? [sslCertFile] : []),
    ];
    const clients = names.filter((name) => name.endsWith('.cert')).map((name) => (0,external_node_path_.join)(directory, name));
    if (authorities.length === 0 && clients.length === 0)
        return undefined;
    const [ca, cert, key] = await Promise.all([
        Promise.all(authorities.map(readPem)),
        Promise.all(clients.map(readPem)),
        Promise.all(clients.map((file) => readPem(file.replace(/\.cert$/, '.key')))),
    ]);
    try {
        return external_node_tls_.createSecureContext({ ca: [...ownAuthorities(), ...ca], ...(cert.length === 0 ? {} : { cert, key }) });
    }
    catch (error) {
        throw fileProblem([...authorities, ...clients].join(', '), error, 'hold PEM');
    }
}
function ownAuthorities() {
    return typeof external_node_tls_.getCACertificates === 'function' ? external_node_tls_.getCACertificates('default') : external_node_tls_.rootCertificates; // Node 20 has only the latter
}
async function readPem(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        throw fileProblem(file, error, 'be read');
    }
}
function fileProblem(file, error, wanted) {
    const reason = (0,error_code/* errorCode */.CA)(error) || String(error);
    return new text_problem/* ProblemError */.Mm({
        where: 'certificates',
        given: file,
        wrong: `cannot be used (${reason})`,
        accepted: `PEM files that can ${wanted}`,
    });
}

;// CONCATENATED MODULE: ./.build/registry/connections.js




/** Content goes up in parallel; registries stand far more than that, and one image has rarely more layers. */
const MAX_SOCKETS = 32;
const CLOSED = 'the connections to the registry are closed';
function openConnections({ environment, ...sources }) {
    const agents = new Map();
    const sockets = new Set();
    const closing = new AbortController();
    const closed = closing.signal;
    const open = async (url) => {
        const proxied = (0,registry_host/* isLoopback */.U)(url.host) ? {} : { proxyEnv: environment }; // as in Go, a proxy is never asked for this machine
        const options = { keepAlive: true, maxSockets: MAX_SOCKETS, ...proxied };
        if (url.protocol === 'http:')
            return noteSockets(new external_node_http_.Agent(options), { sockets, closed });
        const secureContext = await loadSecureContext(url.host, sources);
        return noteSockets(new external_node_https_.Agent(secureContext === undefined ? options : { ...options, secureContext }), { sockets, closed });
    };
    return {
        agentFor: async (url) => {
            const known = agents.get(url.origin) ?? open(url);
            agents.set(url.origin, known);
            return known;
        },
        closed,
        close: () => {
            closing.abort(new Error(CLOSED)); // not the network's error, so there is no retry
            for (const socket of sockets)
                socket.destroy();
        },
    };
}
/**
 * An agent knows a connection through a proxy only once its tunnel stands, so its own `destroy` would leave open what never does; and
 * for each that ends it opens another, as long as somebody waits for one.
 */
function noteSockets(agent, { sockets, closed }) {
    const connect = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
        if (closed.aborted)
            return undefined; // the waiting request has ended with the signal
        const socket = connect(options, callback);
        if (!socket)
            return socket;
        sockets.add(socket);
        return socket.on('error', () => undefined).once('close', () => sockets.delete(socket)); // a refused tunnel has no other listener
    };
    return agent;
}

;// CONCATENATED MODULE: ./.build/registry/held-credentials.js
/** What ends sooner is asked for anew: an upload that begins with it is to end with it. */
const MARGIN_MS = 60_000;
/** @param find may ask a helper program or a token service. */
function holdCredentials(find) {
    let held;
    const renewals = new Map();
    const ask = () => {
        const asked = find().then((credentials) => ({ credentials, renewAtMs: renewalOf(credentials, Date.now()) }));
        asked.catch(() => {
            if (held === asked)
                held = undefined;
        });
        held = asked;
        return asked;
    };
    return {
        current: async () => {
            const before = held;
            const known = await (before ?? ask());
            if (known.renewAtMs > Date.now())
                return known.credentials;
            return (await (held === before || held === undefined ? ask() : held)).credentials; // one renews for all
        },
        instead: async (refused) => {
            const known = await (held ?? ask());
            if (known.credentials !== undefined && !isSame(known.credentials, refused))
                return known.credentials;
            const key = held_credentials_keyOf(refused);
            const renewal = renewals.get(key) ?? ask().then(({ credentials }) => credentials);
            renewals.set(key, renewal); // a source that gives the same once is not asked about them again
            const fresh = await renewal;
            return fresh === undefined || isSame(fresh, refused) ? undefined : fresh;
        },
    };
}
/** Those that live less than two minutes serve half of their life. What is over when it comes has a wrong clock behind it, and lasts until it is refused. */
function renewalOf(credentials, nowMs) {
    const lifeMs = (credentials?.expiresAtMs ?? Number.POSITIVE_INFINITY) - nowMs;
    return lifeMs <= 0 ? Number.POSITIVE_INFINITY : nowMs + Math.max(lifeMs - MARGIN_MS, lifeMs / 2);
}
function isSame(one, other) {
    return held_credentials_keyOf(one) === held_credentials_keyOf(other);
}
function held_credentials_keyOf(credentials) {
    return credentials.kind === 'password' ? `${credentials.username}:${credentials.password}` : credentials.token;
}

;// CONCATENATED MODULE: ./.build/registry/request.js





/**
 * One HTTP request and the head of its answer. A keep-alive connection that the server had closed by then is replaced at once, unless
 * what may have been done is to be looked at first. No other error is tried again here.
 * @throws the signal's reason, a {@link SilenceError}, a {@link SourceError} or Node's network error.
 */
async function exchange(asked) {
    asked.signal.throwIfAborted();
    const { request, answer } = startExchange(asked);
    try {
        return await answer;
    }
    catch (error) {
        asked.signal.throwIfAborted();
        // Each stale connection leaves the pool, so this ends at the latest with a fresh one.
        if (request.reusedSocket && (0,error_code/* wasClosed */.K5)(error) && asked.lookFirst !== true)
            return exchange(asked);
        throw error;
    }
}
function startExchange(asked) {
    const { method, url, headers, body, agent, signal } = asked;
    const send = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    const length = lengthOf(body, method);
    const request = send(url, { method, agent, signal, headers: length === undefined ? headers : { ...headers, 'content-length': length } });
    const settled = new AbortController();
    const answer = new Promise((resolve, reject) => {
        let arrived;
        // A request that has no connection yet is destroyed in silence: what ends it is told here. Whoever reads the answer hears of it there.
        const fail = (error) => {
            reject(error);
            arrived?.destroy(error);
            request.destroy(error);
        };
        request.once('response', (response) => {
            arrived = response;
            response.once('end', () => request.writableEnded || request.destroy()); // answered early: the rest of the body is not sent
            resolve({ status: response.statusCode ?? 0, headers: response.headers, url, body: response });
        });
        request.once('upgrade', (_, socket) => {
            socket.destroy();
            reject(networkFailure('EPROTO', `${url.host} answered 101 Switching Protocols, which nothing asked for`));
        });
        request.once('close', () => reject(networkFailure('ECONNRESET', `${url.host} ended the request without an answer`))); // whatever the reason: nothing waits for ever
        request.on('error', reject);
        signal.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal });
        const { turn, restart } = limitTime(request, asked, { settled: settled.signal, fail });
        sendBody(request, body, { turn, restart }).catch((error) => fail(new registry_answer/* SourceError */.c8('the source of the upload failed', { cause: error })));
    });
    return { request, answer: answer.finally(() => settled.abort()) };
}
function networkFailure(code, message) {
    return Object.assign(new Error(message), { code });
}
function limitTime(request, { url, agent, limits, allowance, streamsAnswer = false }, { settled, fail }) {
    const { connectMs, idleMs, totalMs } = limits;
    const turn = { ours: false };
    const late = (what, ms) => () => fail(new registry_answer/* SilenceError */.e3(`${what} ${ms / 1000} s`, ms));
    limitConnecting(request, { connectMs, agent, settled, giveUp: late(`no connection to ${url.host} for`, connectMs) });
    limitSilence(request, { idleMs, turn, giveUp: late(`${url.host} sent no byte for`, idleMs) });
    const giveUp = late(`${url.host} did not complete its answer within`, totalMs);
    const { restart } = limitTotal(request, { allowance: allowance ?? makeAllowance(totalMs), turn, streamsAnswer, giveUp });
    return { turn, restart };
}
function lengthOf(body, method) {
    if (body === undefined)
        return method === 'POST' || method === 'PUT' ? '0' : undefined;
    return String(body.kind === 'bytes' ? body.bytes.length : body.sizeBytes);
}
async function sendBody(request, body, { turn, restart }) {
    if (body?.kind !== 'stream')
        return void request.end(body?.bytes);
    const write = chunkWriter(request);
    let left = body.sizeBytes;
    turn.ours = true;
    for await (const chunk of body.open({ lent: true })) {
        turn.ours = false;
        left -= chunk.length;
        if (left < 0)
            throw new Error(`the blob has more than the ${body.sizeBytes} bytes it was said to have`);
        if (!(await write(chunk)))
            return;
        restart();
        turn.ours = true;
    }
    turn.ours = false;
    if (left > 0)
        throw new Error(`the blob ends ${left} bytes before the ${body.sizeBytes} it was said to have`);
    request.end();
    restart();
}
/** Writes one piece after another, each until the system has it; `false` as soon as nobody wants more: answered, failed or cancelled. */
function chunkWriter(request) {
    let isOver = false;
    let stop = () => { };
    const end = () => {
        isOver = true;
        stop();
    };
    request.once('response', end).once('close', end);
    return (chunk) => new Promise((resolve) => {
        stop = () => resolve(false);
        if (isOver)
            stop();
        else
            request.write(chunk, (error) => resolve(!error)); // which the request's own listener reports
    });
}

;// CONCATENATED MODULE: ./.build/registry/transport.js





const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** As Go's client, and so docker, has it. @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4.8 */
const KEEP_METHOD = [307, 308];
/** A TLS server that does not answer an HTTP request with 400 answers it in TLS, or with the end of the connection. */
const NOT_HTTP = /^HPE_/;
function openTransport({ apiHost, insecure, connections }) {
    // What listens on loopback trusts this machine: a registry that lies elsewhere may not make us speak to it.
    const mayBePlain = (host) => ((0,registry_host/* isLoopback */.U)(host) && (0,registry_host/* isLoopback */.U)(apiHost)) || insecure.includes(host);
    const send = async (outgoing, patience, redirects = 0) => {
        const { authorization, headers, ...rest } = outgoing;
        const agent = await connections.agentFor(outgoing.url);
        const answer = await exchange({
            ...rest,
            limits: patience.limits,
            allowance: patience.allowance,
            signal: AbortSignal.any([patience.signal, connections.closed]),
            agent,
            headers: authorization === undefined ? headers : { ...headers, authorization },
        });
        const target = redirects < MAX_REDIRECTS ? redirectOf(answer, outgoing) : undefined;
        if (target === undefined || (target.protocol === 'http:' && !mayBePlain(target.host)))
            return answer;
        await (0,registry_answer/* discardBody */.LL)(answer);
        const kept = target.origin === outgoing.url.origin ? authorization : undefined;
        return send({ ...outgoing, url: target, authorization: kept }, patience, redirects + 1);
    };
    const probe = (patience) => probeScheme(apiHost, { send: (outgoing) => send(outgoing, patience, MAX_REDIRECTS) });
    let known;
    const base = (patience) => {
        if (!mayBePlain(apiHost))
            return Promise.resolve({ origin: `https://${apiHost}`, challenge: undefined });
        known ??= probe(patience).catch((error) => {
            known = undefined; // the next one may find the registry up
            throw error;
        });
        return known;
    };
    return { base, send, mayBePlain };
}
/** Where to go on. Other methods than GET and HEAD do where that keeps the method, unless they have a body, which would have to be sent twice. */
function redirectOf({ status, headers, url }, { method, body }) {
    const mayFollow = method === 'GET' || method === 'HEAD' || (KEEP_METHOD.includes(status) && body === undefined);
    return REDIRECTS.includes(status) && mayFollow ? (0,registry_location/* resolveLocation */.K)(headers.location, url) : undefined;
}
/** Asks in plain HTTP, without credentials, and takes HTTPS where the other side turns out to want it. */
async function probeScheme(host, { send }) {
    const plain = { origin: `http://${host}`, challenge: undefined };
    const secure = { origin: `https://${host}`, challenge: undefined };
    try {
        const answer = await send({ method: 'GET', url: new URL(`${plain.origin}/v2/`), headers: {} });
        await (0,registry_answer/* discardBody */.LL)(answer);
        const isSentToTls = REDIRECTS.includes(answer.status) && answer.headers.location?.startsWith('https:') === true;
        if (answer.status === 400 || isSentToTls)
            return secure;
        return { ...plain, challenge: answer.status === 401 ? answer.headers['www-authenticate'] : undefined };
    }
    catch (error) {
        if (NOT_HTTP.test((0,error_code/* errorCode */.CA)(error)) || ((0,error_code/* wasClosed */.K5)(error) && (await speaksTls(secure, { send }))))
            return secure;
        throw error;
    }
}
/** A connection may end for other reasons than that it was not TLS, so TLS is taken only where it was seen. */
async function speaksTls({ origin }, { send }) {
    try {
        await (0,registry_answer/* discardBody */.LL)(await send({ method: 'GET', url: new URL(`${origin}/v2/`), headers: {} }));
        return true;
    }
    catch (error) {
        const code = (0,error_code/* errorCode */.CA)(error);
        if (code === '')
            throw error; // not the network's: a cancellation, or a file of certificates that cannot be used
        return (0,error_code/* isCertificateCode */.TR)(code);
    }
}

;// CONCATENATED MODULE: ./.build/registry/session.js









function openSession(options) {
    const { registry, insecure, environment, certificatesDirectory = CERTIFICATES_DIRECTORY } = options;
    const connections = openConnections({ environment, certificatesDirectory, sslCertFile: environment.SSL_CERT_FILE });
    const apiHost = (0,registry_host/* apiHostOf */.g)(registry);
    const transport = openTransport({ apiHost, insecure, connections });
    const authorizer = createAuthorizer({ credentials: holdCredentials(options.credentials), transport });
    const tasks = new Set();
    return {
        send: async (call, patience) => {
            const { repository, operation, reference } = call;
            const asked = { repository, operation, ...(reference === undefined ? {} : { reference }) };
            const url = new URL(call.target, `https://${apiHost}`);
            try {
                return await sendAuthorized(call, { transport, authorizer, patience: withAllowance(call, patience) });
            }
            catch (error) {
                patience.signal.throwIfAborted();
                throw (0,registry_error/* networkError */.x6)({ ...asked, url }, error);
            }
        },
        vet: async (call, patience) => {
            const { origin } = await transport.base(patience);
            resolveTarget(call.target, { origin, transport, call });
        },
        tidy: (task) => {
            tasks.add(task);
            return task.finally(() => tasks.delete(task));
        },
        close: async () => {
            await Promise.all(tasks);
            connections.close();
        },
    };
}
/** Where a body is streamed, only what goes before it counts. */
function withAllowance({ body }, patience) {
    return body?.kind === 'stream' ? patience : { ...patience, allowance: makeAllowance(patience.limits.totalMs) };
}
async function sendAuthorized(call, { transport, authorizer, patience }) {
    const { origin, challenge } = await transport.base(patience);
    authorizer.learn(challenge);
    const url = resolveTarget(new URL(call.target, origin), { origin, transport, call });
    const { method, headers = {}, body, lookFirst = false, streamsAnswer = false } = call;
    const outgoing = { method, url, headers, lookFirst, streamsAnswer, ...(body === undefined ? {} : { body }) };
    if (url.origin !== origin)
        return transport.send(outgoing, patience); // no credentials for other hosts
    const context = { repository: call.repository, patience };
    const authorization = await authorizer.authorize(call.scopes, context);
    const answer = await transport.send({ ...outgoing, authorization }, patience);
    const isOwn = answer.url.origin === origin; // a 401 of a host we were redirected to is not the registry's
    if (answer.status !== 401 || !isOwn)
        return answer;
    const scopes = authorizer.learn(answer.headers['www-authenticate'], { authorization, scopes: call.scopes });
    const renewed = await (scopes === undefined ? authorizer.instead(authorization) : authorizer.authorize(scopes, context));
    if (renewed === undefined || renewed === authorization)
        return answer;
    await (0,registry_answer/* discardBody */.LL)(answer);
    return transport.send({ ...outgoing, authorization: renewed }, patience);
}
/** An upload's Location: a proxy that ends TLS may make registries write http for themselves; elsewhere plain HTTP needs permission. */
function resolveTarget(url, { origin, transport, call }) {
    if (url.protocol === 'https:' || url.origin === origin)
        return url;
    const isOwn = origin.startsWith('https:') && url.hostname === new URL(origin).hostname;
    if (isOwn)
        return new URL(url.pathname + url.search, origin);
    if (transport.mayBePlain(url.host))
        return url;
    throw (0,registry_error/* answerMismatch */.rO)({ ...call, url }, `the registry sends uploads to ${url.protocol}//${url.host}, which is not HTTPS`);
}

;// CONCATENATED MODULE: ./.build/registry/registries.js



function openRegistries({ credentialsFor, signal, ...options }) {
    const sessions = new Map();
    const sessionFor = (registry) => {
        const session = sessions.get(registry) ?? openSession({ ...options, registry, credentials: () => credentialsFor(registry) });
        sessions.set(registry, session);
        return session;
    };
    return {
        clientFor: (repository, patience = {}) => {
            return createRepositoryClient(repository, sessionFor(repository.registry), { signal, limits: LIMITS, ...patience });
        },
        close: async () => {
            await Promise.all([...sessions.values()].map((session) => session.close()));
        },
    };
}

// EXTERNAL MODULE: ./.build/plan/image-metadata.js + 1 modules
var image_metadata = __webpack_require__(5327);
;// CONCATENATED MODULE: ./.build/publish/content/presence.js



/** Nothing is known at first. */
function makePresence(client, clock) {
    const known = new Set();
    const answers = new Map();
    const ask = async (digest) => {
        const has = await client.hasBlob(digest);
        if (has)
            known.add(digest);
        return has;
    };
    return {
        async has(digest) {
            if (known.has(digest))
                return true;
            const answer = answers.get(digest) ?? ask(digest);
            answers.set(digest, answer);
            answer.catch(() => answers.delete(digest));
            return answer;
        },
        isKnown: (digest) => known.has(digest),
        async confirm(digest) {
            const isThere = await readUntil(() => ask(digest), Boolean, clock);
            if (!isThere)
                throw new expected/* PublishError */.S(notThere(`${(0,reference/* formatRepository */.Sh)(client.repository)}@${digest}`));
        },
    };
}

;// CONCATENATED MODULE: ./.build/publish/content/blob-uploader.js


/** Begins with knowing nothing of what the destination holds. */
function openUploader(client, { limit, signal, clock, sameImage, otherImages }) {
    const presence = makePresence(client, clock);
    const arrivals = new Map();
    const aborted = rejectOnAbort(signal);
    let end;
    async function attempt(blob, open) {
        // Looked for before anything is waited for: of two that want one blob only the later waits for the other.
        const mountSource = sameImage ?? otherImages().find((each) => each.isKnown(blob.digest) || each.arrival(blob.digest) !== undefined);
        await (sameImage?.bring(blob, open) ?? mountSource?.arrival(blob.digest))?.catch(() => undefined); // it reports its failure itself
        const source = watch(open, signal);
        const ending = async (task) => {
            try {
                return await Promise.race([task, aborted]);
            }
            catch (error) {
                if (!source.hasFailed())
                    end ??= { error };
                throw error;
            }
        };
        const arrival = await limit(async () => {
            if (end !== undefined)
                throw end.error;
            signal.throwIfAborted();
            return ending(transfer(blob, source.open, { client, presence, mountSource }));
        });
        if (arrival !== 'present')
            await ending(presence.confirm(blob.digest)); // while the next one is sent
        return arrival;
    }
    return {
        repository: client.repository,
        has: (digest) => presence.has(digest),
        bring(blob, open) {
            const earlier = arrivals.get(blob.digest);
            const arrival = earlier === undefined ? attempt(blob, open) : earlier.catch(() => attempt(blob, open));
            arrivals.set(blob.digest, arrival);
            arrival.catch(() => { }); // `complete` reports it
            return arrival;
        },
        arrival: (digest) => arrivals.get(digest),
        isKnown: (digest) => presence.isKnown(digest),
        read: (digest) => (presence.isKnown(digest) ? client.getBlob(digest) : undefined),
    };
}
async function transfer(blob, open, { client, presence, mountSource }) {
    if (await presence.has(blob.digest))
        return 'present';
    const isMounted = mountSource !== undefined && (await mount(blob.digest, client, mountSource));
    if (!isMounted && open === undefined)
        throw new expected/* PublishError */.S(`${blob.digest} is not at the destination, and there is nothing to send.`);
    if (!isMounted && open !== undefined)
        await client.putBlob(blob, open);
    return isMounted ? 'mounted' : 'sent';
}
/** A registry that fails here will fail the upload too, and say more about it. */
async function mount(digest, client, from) {
    return (await from.has(digest).catch(() => false)) && client.mountBlob(digest, from.repository).catch(() => false);
}
/** The opening, ending with the run, and whether it was the one to fail. */
function watch(open, signal) {
    let failed = false;
    async function* read(from, ...how) {
        try {
            for await (const chunk of from(...how)) {
                signal.throwIfAborted();
                yield chunk;
            }
        }
        catch (error) {
            failed = true;
            throw asPublishError(error);
        }
    }
    return { open: open && ((...how) => read(open, ...how)), hasFailed: () => failed };
}
/** What a builder or a layout did wrong is said in plain errors, and is no bug of ours. */
function asPublishError(error) {
    return error instanceof Error && error.name === 'Error' && !('code' in error) ? new expected/* PublishError */.S(error.message, { cause: error }) : error;
}
function rejectOnAbort(signal) {
    const aborted = new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    aborted.catch(() => { }); // an abort without a transfer under way is not an unhandled rejection
    return aborted;
}

;// CONCATENATED MODULE: ./.build/publish/content/limit.js
/** Lets at most `count` tasks run at once; the others wait and begin in the order in which they came. */
function makeLimit(count) {
    const waiting = [];
    let free = count;
    return async (task) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((begin) => waiting.push(begin));
        try {
            return await task();
        }
        finally {
            const next = waiting.shift(); // a place goes from task to task, so that no newcomer takes it in between
            if (next === undefined)
                free += 1;
            else
                next();
        }
    };
}

;// CONCATENATED MODULE: ./.build/publish/content/content.js


/**
 * Opens the ways of several images to their destinations; nothing is asked or sent yet. Layers that they share travel to a registry once.
 * @param images of each image its destinations, in the order of the reports. Those of one registry mount from the first of them.
 */
function openCopies(images, { signal, clock, uploadsAtOnce = 8 }) {
    const limits = new Map();
    const limitOf = (registry) => {
        const limit = limits.get(registry) ?? makeLimit(uploadsAtOnce);
        limits.set(registry, limit);
        return limit;
    };
    const all = [];
    for (const clients of images) {
        const own = [];
        for (const client of clients) {
            const { registry } = client.repository;
            const isSameRegistry = (uploader) => uploader.repository.registry === registry;
            const otherImages = () => all.filter((others) => others !== own).flatMap((others) => others.filter(isSameRegistry));
            own.push(openUploader(client, { limit: limitOf(registry), signal, clock, sameImage: own.find(isSameRegistry), otherImages }));
        }
        all.push(own);
    }
    return all.map(makeCopy);
}
function makeCopy(uploaders) {
    return {
        isEverywhere: (digest) => isAtAll(uploaders, digest),
        send(blob, open) {
            for (const uploader of uploaders)
                void uploader.bring(blob, open).catch(() => { }); // `complete` reports it
        },
        fetch(digest) {
            for (const uploader of uploaders) {
                const source = uploader.read(digest);
                if (source !== undefined)
                    return source;
            }
            return undefined;
        },
        complete: (candidate) => uploaders.map((uploader) => completeOne(uploader, candidate)),
    };
}
/** Answers no with the first destination that lacks it or cannot say, without waiting for the others. */
async function isAtAll(uploaders, digest) {
    const answers = uploaders.map(async (uploader) => {
        if (!(await uploader.has(digest)))
            throw new Error(`${digest} is missing`);
    });
    return Promise.all(answers).then(() => uploaders.length > 0, () => false);
}
async function completeOne(uploader, { blobs, openBlob }) {
    const { repository } = uploader;
    try {
        const arrived = await Promise.all(blobs.map(async (blob) => ({ how: await uploader.bring(blob, openBlob(blob.digest)), bytes: blob.size })));
        const count = (how) => {
            const these = arrived.filter((blob) => blob.how === how);
            return { blobs: these.length, bytes: these.reduce((sum, { bytes }) => sum + bytes, 0) };
        };
        return { repository, arrivals: { present: count('present'), mounted: count('mounted'), sent: count('sent') }, failure: undefined };
    }
    catch (failure) {
        return { repository, arrivals: { present: NOTHING, mounted: NOTHING, sent: NOTHING }, failure };
    }
}
const NOTHING = { blobs: 0, bytes: 0 };

;// CONCATENATED MODULE: ./.build/publish/content/early-manifests.js


/** @param arrivals when a candidate's content is at each destination. */
function makeEarlyManifests(arrivals, clock) {
    let begun;
    return {
        begin: (candidate) => {
            const ends = arrivals(candidate).map(([destination, arrival]) => [destination, bring(candidate, { destination, arrival, clock })]);
            for (const [, end] of ends)
                end.catch(() => undefined); // a bug of ours is thrown where it is asked for
            begun = { digest: candidate.root.digest, ends: new Map(ends) };
        },
        isThere: async (destination, { root }) => begun?.digest === root.digest && ((await begun.ends.get(destination)) ?? false),
    };
}
async function bring(candidate, { destination, arrival, clock }) {
    try {
        if ((await arrival).failure !== undefined)
            return false;
        await putManifests(destination.client, candidate);
        await confirmManifests(destination.client, candidate, clock);
        return true;
    }
    catch (error) {
        if ((0,expected/* isExpected */.D)(error))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./.build/app/image-jobs.js



/** Opens the ways of all images, in the order of the plan. Nothing is sent yet. */
function openImages(planned, { destinations }, { signal, clock }) {
    const own = planned.map(({ target }) => destinations.filter(({ destination }) => destination.target === target));
    const sendings = openCopies(own.map((ready) => readyOnes(ready).map(({ client }) => client)), { signal, clock });
    return planned.map((image, index) => {
        const readiness = { destinations: own[index] ?? [] };
        const ready = readyOnes(readiness.destinations);
        const sending = ready.length === 0 ? undefined : sendings[index];
        const arrivals = (candidate) => matchReports(ready, sending?.complete(candidate) ?? []);
        const earlyManifests = makeEarlyManifests(arrivals, clock);
        return { planned: image, record: (0,image_metadata/* recordFromMetadata */.P)(image.imageMetadata), readiness, sending, arrivals, earlyManifests };
    });
}
function matchReports(ready, reports) {
    return ready.flatMap((destination, index) => {
        const report = reports[index];
        return report === undefined ? [] : [[destination, report]];
    });
}
function readyOnes(destinations) {
    return destinations.flatMap((ready) => (ready.kind === 'ready' ? [ready.destination] : []));
}

;// CONCATENATED MODULE: ./.build/app/package-visibility.js


/**
 * Registries whose packages are private when they are made, without saying so: GitHub's.
 * @see https://docs.github.com/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility
 */
const GITHUB = /^(?:ghcr\.io|containers\.[a-z0-9-]{1,63}\.ghe\.com)$/;
const package_visibility_LIMITS = { connectMs: 2_000, idleMs: 3_000, totalMs: 5_000 };
/** Whether a registry hides new packages. @param testRegistry a registry that counts as one, in tests. */
function hidesNewPackages(registry, testRegistry) {
    return GITHUB.test(registry) || registry === testRegistry;
}
/** Asks as nobody for each package that this run made. What cannot be found out is left out: nothing depends on it. */
async function findNewPackages(readiness, { destinations }, means) {
    const testRegistry = means.environment.TAGBOAT_TEST_PACKAGE_REGISTRY;
    const made = await Promise.all(destinations.filter(({ repository }) => hidesNewPackages(repository.registry, testRegistry)).map((each) => isNew(each, readiness)));
    const fresh = made.flat();
    if (fresh.length === 0)
        return [];
    const registries = openRegistries({ ...means, credentialsFor: () => Promise.resolve(undefined) });
    try {
        const asked = fresh.map(async ({ repository, digest }) => {
            const client = registries.clientFor(repository, { limits: package_visibility_LIMITS });
            return package_visibility_describe(repository, client.headManifest(digest).then((found) => found !== undefined));
        });
        return (await Promise.all(asked)).flat();
    }
    finally {
        await registries.close();
    }
}
/** The destination, if none of its tags and, as far as it tells them, no other tag was there before this run. */
async function isNew(outcome, readiness) {
    const before = readiness.destinations.find(({ destination }) => package_visibility_isSame(destination, outcome));
    if (outcome.state !== 'published' || before?.kind !== 'ready' || [...before.held.values()].some((digest) => digest !== undefined))
        return [];
    return (await isEmpty(before)) ? [outcome] : [];
}
async function isEmpty({ listing, destination }) {
    const tags = await listing;
    return tags === undefined ? destination.tags.some(({ lifetime }) => lifetime === 'floating') : tags.length === 0;
}
function package_visibility_isSame(a, b) {
    return a.target === b.target && a.repository.registry === b.repository.registry && a.repository.path === b.repository.path;
}
/** A registry refuses nobody's request for what is private; it may also say that there is nothing, which says nothing. */
async function package_visibility_describe(repository, pulling) {
    try {
        return (await pulling) ? [{ repository, isPublic: true }] : [];
    }
    catch (error) {
        const isRefused = error instanceof registry_error/* RegistryError */.gl && (error.status === 401 || error.status === 403);
        return isRefused ? [{ repository, isPublic: false }] : [];
    }
}

;// CONCATENATED MODULE: ./.build/app/session.js












async function session_openSession(host, intent) {
    const { inputs, plan, logins } = intent;
    const { signal, environment } = host;
    const { insecure } = inputs.registries;
    const planned = plan.push.push ? plan.images.flatMap(({ destinations }) => destinations) : [];
    const hosts = planned.map(({ repository }) => repository.registry);
    refuseIgnoredProxy(hosts, { environment, insecure, runtime: readRuntime(process) });
    const isIsolated = plan.foreign?.isIsolated === true;
    const opening = { isIsolated, isPublishing: plan.push.push, config: logins.config };
    const workspace = await openWorkspace(isIsolated ? { ...host, environment: (0,child_environment/* isolatedEnvironment */.Z$)(environment) } : host, opening);
    await workspace.home.addLogins(isIsolated ? logins.given.filter(({ forks }) => forks === 'pull') : logins.given);
    const registries = openRegistries({ credentialsFor: logins.find, insecure, environment, signal });
    const over = new AbortController();
    const terms = {
        floating: inputs.floating,
        existing: inputs.existing,
        isAncestor: findAncestor(host, intent),
        signal,
        clock: { now: () => performance.now(), sleep: (ms) => pause(ms, signal).catch(() => undefined) },
    };
    return {
        workspace,
        destinations: connect(planned, registries, { signal: AbortSignal.any([signal, over.signal]), timeScale: readTimeScale(environment) }),
        openImages: (readiness) => openImages(plan.images, readiness, terms),
        build: (readied, images, options) => buildImages(images, { ...options, intent, workspace, readied, cacheToken: host.cacheToken }),
        readSource: (source) => readSource(source, { host, workspace, platforms: inputs.build.platforms }),
        terms,
        findNewPackages: (readiness, outcome) => findNewPackages(readiness, outcome, { insecure, environment: host.environment, signal }),
        close: async () => {
            await Promise.all([registries.close(), workspace.close()]);
            over.abort(); // what still waits to try again, where another failure was final
        },
    };
}

;// CONCATENATED MODULE: ./.build/app/ship.js
















/**
 * What follows the plan: preflight, build, check, publish. What comes to be known is noted as it does.
 * @throws whatever ends the run early.
 */
async function ship(host, intent, report) {
    const session = await session_openSession(host, intent);
    const { source } = intent.plan.build;
    const run = { session, host, intent, report };
    try {
        await shipOut(source === undefined ? await make(run) : await takeOver(source, run), run);
    }
    finally {
        await session.close();
    }
}
/** Builds the images, but for those that are published already. */
async function make({ session, host, intent, report }) {
    const { plan, inputs } = intent;
    const { workspace, destinations } = session;
    const [readiness, chosen] = await report.time('preflight', () => allTogether([(0,preflight/* preflight */.M)(destinations), ready_builder_findBuilder(host, workspace, intent), requireSignedTag(host, intent, workspace)]));
    const images = await allTogether(session.openImages(readiness).map(async (image) => {
        const existing = decideExisting(image.record, await readExisting(image.readiness, image.record), inputs.existing);
        const adopted = existing.kind === 'adopt' ? adoptedName(existing) : undefined;
        return { ...image, existing, adopted, gates: openGates({ host, intent, workspace, image, engine: chosen.engine, adopted }) };
    }));
    const wanted = images.filter(({ existing }) => existing.kind === 'build');
    const isIdle = wanted.length === 0 && !hasMoreToBuild(plan);
    const goesAhead = !plan.images.some(({ checks }) => (0,inputs_checks/* hasGates */.x0)(checks)); // one that does not pass holds back all
    const baked = isIdle
        ? NOTHING_BUILT
        : await report.time('build', async () => session.build(await readyBuilder(host, workspace, { plan, inputs, chosen }), wanted, { goesAhead }));
    const made = await allTogether(images.map(async (image) => {
        const { existing } = image;
        const own = wanted.findIndex(({ planned }) => planned === image.planned);
        const built = existing.kind === 'adopt' ? await adopt(existing) : baked.images[own];
        if (built === undefined)
            throw new Error(`nothing was built for ${image.planned.target}`);
        return { ...image, built };
    }));
    const { metadata } = baked;
    return { readiness, metadata, images: plan.load ? await loadImages(made, { host, workspace, engine: chosen.engine }) : made };
}
/** Takes what another tool made; it is read before any registry is asked. */
async function takeOver(source, { session, host, intent, report }) {
    const { plan, inputs } = intent;
    const { workspace, destinations } = session;
    const built = await report.time('build', () => session.readSource(source));
    const [readiness, engine] = await report.time('preflight', () => allTogether([(0,preflight/* preflight */.M)(destinations), findEngine(host, workspace), requireSignedTag(host, intent, workspace)]));
    refuseOthers(built.candidate.root.digest, await readExisting(readiness), inputs.existing);
    if (plan.images.some(({ checks }) => (0,inputs_checks/* hasTests */.uG)(checks)))
        await readyEmulation(plan, inputs, { engine, run: workspace.run });
    const images = session.openImages(readiness).map((image) => {
        const gates = openGates({ host, intent, workspace, image, engine, adopted: undefined });
        return { ...image, built, adopted: undefined, gates };
    });
    return { readiness, images, metadata: built.metadata };
}
async function shipOut({ readiness, images, metadata }, { session, host, intent, report }) {
    report.note({ images: images.map((image) => reportImage(image)), metadata });
    const verdicts = await report.time('check', async () => {
        const found = [];
        const pullable = await makePullable(images, { host, intent, workspace: session.workspace });
        for (const { gates, built } of images) {
            found.push(await gates.check(built, pullable));
            report.note({ images: images.map((image, index) => reportImage(image, found[index])) });
        }
        return found;
    });
    approve(images.map(({ planned }, index) => ({ target: planned.target, objections: verdicts[index]?.objections ?? [] })));
    if (!intent.plan.push.push)
        return;
    const outcome = await report.time('publish', () => publish({ ...session.terms, readiness, ...goods(images) }));
    report.note({ outcome });
    report.note({ newPackages: await session.findNewPackages(readiness, outcome) });
}
/** What goes where, and when it is there. */
function goods(images) {
    const arrivals = new Map(images.flatMap((image) => image.arrivals(image.built.candidate)));
    const find = ({ target }) => {
        const image = images.find(({ planned }) => planned.target === target);
        if (image === undefined)
            throw new Error('a destination of no image');
        return image;
    };
    return {
        contentAt: (destination) => {
            const arrival = arrivals.get(destination);
            if (arrival === undefined)
                throw new Error('a destination that no content goes to');
            return arrival;
        },
        isAhead: async (destination) => {
            const { earlyManifests, built } = find(destination);
            return earlyManifests.isThere(destination, built.candidate);
        },
        imageFor: (destination) => {
            const { built, record } = find(destination);
            return { candidate: built.candidate, record };
        },
    };
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
