export const id = 314;
export const ids = [314];
export const modules = {

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fillExpressions: () => (/* binding */ fillExpressions)
/* harmony export */ });
/* harmony import */ var _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5958);
/* harmony import */ var _actions_expressions_evaluator__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2886);
/* harmony import */ var _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2083);
/* harmony import */ var _actions_expressions_parser__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4566);
// GitHub's own evaluation of `${{ }}`. Only plans of a workflow need it: to be imported lazily.
// The parts are imported one by one, since the whole brings an editor's completion along.




/** A quoted text may hold `}}`; texts are passed over whole. */
const EXPRESSION = /\$\{\{((?:'[^']*'|(?!\}\})[^'])*)\}\}/g;
const functions = new Map(statusFunctions().map((each) => [each.name.toLowerCase(), each]));
/**
 * The text with every `${{ }}` replaced by its value; null is ''.
 * @throws {AggregateError} of the library's error for every expression that is malformed, with the expression as its cause.
 */
function fillExpressions(text, contexts) {
    const errors = [];
    const fail = (message, expression) => {
        errors.push(new Error(message, { cause: expression }));
        return '';
    };
    const filled = text.replace(EXPRESSION, (expression, source) => {
        try {
            return evaluate(source, contexts).coerceString();
        }
        catch (error) {
            return fail(error instanceof Error ? error.message : String(error), expression);
        }
    });
    const [open] = /\$\{\{.*/.exec(text.replaceAll(EXPRESSION, '')) ?? [];
    if (open !== undefined)
        fail('it has no closing }}', open);
    if (errors.length > 0)
        throw new AggregateError(errors);
    return filled;
}
function evaluate(source, contexts) {
    const tree = new _actions_expressions_parser__WEBPACK_IMPORTED_MODULE_3__/* .Parser */ .i(new _actions_expressions_lexer__WEBPACK_IMPORTED_MODULE_2__/* .Lexer */ .JG(source).lex().tokens, Object.keys(contexts), [...functions.values()]).parse();
    const root = new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .Dictionary */ .bT(...Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) })));
    return new _actions_expressions_evaluator__WEBPACK_IMPORTED_MODULE_1__/* .Evaluator */ .o(tree, root, functions).evaluate();
}
function toData(value) {
    if (value === undefined || value === null)
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .Null */ .Uv();
    if (typeof value === 'string')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .StringData */ .uQ(value);
    if (typeof value === 'number')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .NumberData */ .Q9(value);
    if (typeof value === 'boolean')
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .BooleanData */ .bo(value);
    if (typeof value === 'function')
        return lazyDictionary(value);
    if (Array.isArray(value))
        return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .Array */ .O3(...value.map(toData)); // Array.isArray does not narrow readonly arrays
    return new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .Dictionary */ .bT(...Object.entries(value).map(([key, item]) => ({ key, value: toData(item) })));
}
function lazyDictionary(lookup) {
    const dictionary = new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .Dictionary */ .bT();
    dictionary.get = (name) => toData(lookup(name));
    return dictionary;
}
/** In a simulated run no earlier step failed, and there are no files of the runner to hash. */
function statusFunctions() {
    const answers = { success: true, always: true, failure: false, cancelled: false };
    const status = Object.entries(answers).map(([name, answer]) => ({
        name,
        minArgs: 0,
        maxArgs: 0,
        call: () => new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .BooleanData */ .bo(answer),
    }));
    return [...status, { name: 'hashFiles', minArgs: 1, maxArgs: 255, call: () => new _actions_expressions_data_index__WEBPACK_IMPORTED_MODULE_0__/* .StringData */ .uQ('0'.repeat(64)) }];
}


/***/ })

};
