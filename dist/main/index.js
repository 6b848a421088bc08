#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 4085:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 2124:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { parse } = __nccwpck_require__(4818);

module.exports = {
  compare,
  rcompare,
  lt,
  le,
  eq,
  ne,
  ge,
  gt,
  '<': lt,
  '<=': le,
  '==': eq,
  '!=': ne,
  '>=': ge,
  '>': gt,
  '===': arbitrary,
};

function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = parse(version);
  const parsedOther = parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}


/***/ }),

/***/ 4818:
/***/ ((module) => {

const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');

module.exports = {
  VERSION_PATTERN,
  valid,
  clean,
  explain,
  parse,
  stringify,
};

const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return stringify(parse(version, cleanRegex));
}

function parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function explain(version) {
  const parsed = parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}


/***/ }),

/***/ 6107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.build/host/cancellation.js
var cancellation = __nccwpck_require__(5122);
// EXTERNAL MODULE: ./.build/build/failure.js
var failure = __nccwpck_require__(8659);
// EXTERNAL MODULE: ./.build/build/process.js
var process = __nccwpck_require__(2512);
// EXTERNAL MODULE: ./.build/plan/problem.js
var problem = __nccwpck_require__(3323);
// EXTERNAL MODULE: ./.build/publish/preflight.js
var preflight = __nccwpck_require__(1541);
// EXTERNAL MODULE: ./.build/registry/error.js + 2 modules
var registry_error = __nccwpck_require__(7422);
;// CONCATENATED MODULE: ./.build/host/draft-report.js





/** @param signal its reason stands for whatever a cancelled station threw. */
function draftReport(signal) {
    const started = performance.now();
    let durations = {};
    let report = {
        plan: undefined,
        images: [],
        outcome: undefined,
        metadata: '',
        failures: [],
    };
    const note = (facts) => {
        report = { ...report, ...facts };
    };
    return {
        note,
        time: async (station, run) => {
            const begun = performance.now();
            try {
                return await run();
            }
            finally {
                durations = { ...durations, [station]: performance.now() - begun };
            }
        },
        attempt: async (run) => {
            try {
                return await run();
            }
            catch (error) {
                note({ failures: [...report.failures, ...describeFailure(signal.aborted ? signal.reason : error)] });
                return undefined;
            }
        },
        finish: () => ({
            ...report,
            failures: [...report.failures, ...(report.outcome?.failure?.messages ?? []).map(asFailure)],
            durations: { ...durations, total: performance.now() - started },
        }),
    };
}
/** One line a cause for what a user can mend; the stack for what is a bug. */
function describeFailure(error) {
    if (error instanceof problem/* ProblemError */.Mm)
        return error.problems.map(problem/* describeProblem */.BJ).map(asFailure);
    if (error instanceof preflight/* PreflightError */.w)
        return error.reasons.map(asFailure);
    if (error instanceof AggregateError)
        return error.errors.flatMap(describeFailure);
    if (error instanceof failure/* BuildError */.zS)
        return [error.place === undefined ? asFailure(error.message) : { message: error.message, place: error.place }];
    if (error instanceof process/* DockerError */.B || error instanceof registry_error/* RegistryError */.gl)
        return [asFailure(error.message)];
    if (error instanceof Error && (isOfSystem(error) || error.name === 'Cancelled'))
        return [asFailure(error.message)];
    return [asFailure(error instanceof Error ? (error.stack ?? error.message) : String(error))];
}
/** ENOSPC, EACCES and their like; Node's own codes (`ERR_INVALID_ARG_TYPE`) are bugs of ours. @see errno(3) */
function isOfSystem(error) {
    return 'code' in error && /^E[A-Z0-9]+$/.test(String(error.code));
}
function asFailure(message) {
    return { message };
}

// EXTERNAL MODULE: ./.build/host/read-intent.js + 11 modules
var read_intent = __nccwpck_require__(6466);
// EXTERNAL MODULE: ./.build/plan/reference.js
var reference = __nccwpck_require__(8229);
// EXTERNAL MODULE: ./.build/report/explain.js
var explain = __nccwpck_require__(4506);
// EXTERNAL MODULE: ./.build/report/text.js
var report_text = __nccwpck_require__(8362);
;// CONCATENATED MODULE: ./.build/report/notices.js


/**
 * What went well and is to be known all the same, a line each: destinations where every tag was held back, and tags that were
 * moved although something spoke against it, with what they held before.
 */
function noticesOf({ destinations }) {
    return [...destinations.flatMap(heldBack), ...movedAllTheSame(destinations)];
}
function heldBack({ repository, state, reason }) {
    return state === 'held back' ? [`Nothing was published in ${(0,reference/* shortName */.EU)(repository)}: ${reason}`] : [];
}
/** One a tag, whatever the number of registries where it is so: GitHub shows ten a step. */
function movedAllTheSame(destinations) {
    const places = new Map();
    for (const { repository, tags } of destinations) {
        for (const { name, state, reason } of tags) {
            if (state !== 'moved' || reason === undefined)
                continue;
            const notice = `${name} ${reason}`;
            places.set(notice, [...(places.get(notice) ?? []), (0,reference/* shortName */.EU)(repository)]);
        }
    }
    return [...places].map(([notice, repositories]) => `${notice}; it was moved in ${(0,report_text/* sentenceList */.MT)(repositories)}`);
}

// EXTERNAL MODULE: ./.build/plan/annotations.js
var plan_annotations = __nccwpck_require__(3770);
;// CONCATENATED MODULE: ./.build/report/metadata-outputs.js


/** The outputs of one image; of several, what can be said of all of them. */
function renderNamings(images, separators) {
    const [first, ...others] = images;
    if (first === undefined)
        return {};
    if (others.length === 0)
        return renderMetadataOutputs(first.naming, separators);
    const all = images.map(({ naming }) => naming);
    const { version } = first.naming;
    return {
        ...(all.every((naming) => naming.version === version) ? { version } : {}),
        tags: all.flatMap(listReferences).join(separators.tags),
        'tag-names': [...new Set(all.flatMap(({ tags }) => tags.map(({ name }) => name)))].join(separators.tags),
    };
}
function renderMetadataOutputs(naming, separators) {
    const { version, labels, annotations } = naming;
    const names = naming.tags.map(({ name }) => name);
    const references = listReferences(naming);
    const pairs = Object.entries(labels).map(([key, value]) => quoteLines(`${key}=${value}`));
    const places = annotations.map(plan_annotations/* formatAnnotation */.tn);
    return {
        version,
        tags: references.join(separators.tags),
        'tag-names': names.join(separators.tags),
        labels: pairs.join(separators.labels),
        annotations: places.map(quoteLines).join(separators.annotations),
        json: JSON.stringify({ tags: references, 'tag-names': names, labels, annotations: places }),
    };
}
/** A value with line breaks would read as several labels; in quotes, the actions that take such lists read it as one. */
function quoteLines(item) {
    return /[\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item;
}
/** `octo/app:1.2.3`, image by image, as the user wrote the images; without an image the tags alone. A full reference comes where its image is, else last. */
function listReferences({ images, tags }) {
    const common = tags.filter(({ only }) => only === undefined).map(({ name }) => name);
    if (images.length === 0 && common.length === tags.length)
        return common;
    const particular = tags.flatMap(({ name, only }) => (only === undefined ? [] : [{ name, repository: (0,reference/* formatRepository */.Sh)(only) }]));
    const known = new Set(images.map(reference/* formatRepository */.Sh));
    const ofImages = images.flatMap((image) => tags
        .filter(({ only }) => only === undefined || (0,reference/* formatRepository */.Sh)(only) === (0,reference/* formatRepository */.Sh)(image))
        .map(({ name }) => `${image.name}:${name}`));
    return [
        ...new Set([
            ...ofImages,
            ...particular.filter(({ repository }) => !known.has(repository)).map(({ name, repository }) => `${repository}:${name}`),
        ]),
    ];
}
/** @see https://docs.docker.com/build/bake/reference/ */
function makeBakeFiles(named) {
    const contents = named.map(({ target, naming }) => [target, bakeContent(naming)]);
    const file = (choose) => ({
        target: Object.fromEntries(contents.map(([target, content]) => [target, choose(content)])),
    });
    return {
        'bake-file-tags': file(({ tags, args }) => ({ tags, args })),
        'bake-file-labels': file(({ labels }) => ({ labels })),
        'bake-file-annotations': file(({ annotations }) => ({ annotations })),
        'bake-file': file(({ tags, labels, args }) => ({ tags, labels, args })),
    };
}
function bakeContent(naming) {
    const { images, version, labels } = naming;
    return {
        tags: listReferences(naming),
        labels,
        annotations: naming.annotations.map(plan_annotations/* formatAnnotation */.tn),
        args: { DOCKER_META_IMAGES: images.map(({ name }) => name).join(','), ...(version === '' ? {} : { DOCKER_META_VERSION: version }) },
    };
}

;// CONCATENATED MODULE: ./.build/report/published.js


/** The tags of a destination that hold the digest at the end, as they were read back. */
function heldTags({ tags }) {
    return namesOf(tags, 'moved', 'unchanged');
}
/**
 * What is published at this moment, in one sentence for whoever reads a failure:
 * `published at this moment: ghcr.io/owner/app 1.2.3 and 1.2`, what may be and is not known, or that nothing is.
 */
function publishedNow(outcome) {
    const held = listPlaces(outcome, heldTags);
    const unknown = listPlaces(outcome, ({ tags }) => namesOf(tags, 'unknown'));
    if (held === '' && unknown === '')
        return 'nothing of this run is published: no tag was moved';
    return [
        ...(held === '' ? [] : [`published at this moment: ${held}`]),
        ...(unknown === '' ? [] : [`not known whether published: ${unknown}`]),
    ].join('; ');
}
/** Why a run that went well has published nothing; undefined where something is published. */
function whyNotPublished({ plan, outcome }) {
    if (outcome === undefined)
        return plan?.push.reason;
    const { destinations } = outcome;
    if (destinations.some(({ state }) => state === 'published' || state === 'unchanged'))
        return undefined;
    return [...new Set(destinations.flatMap(({ state, reason }) => (state === 'held back' && reason !== undefined ? [reason] : [])))].join('; ');
}
function namesOf(tags, ...states) {
    return tags.filter(({ state }) => states.includes(state)).map(({ name }) => name);
}
/** `octo/app 1.2.3 and 1.2; ghcr.io/octo/app 1.2.3`; '' where there are no such tags. */
function listPlaces(outcome, list) {
    const places = (outcome?.destinations ?? []).flatMap((destination) => {
        const tags = list(destination);
        return tags.length === 0 ? [] : [`${(0,reference/* shortName */.EU)(destination.repository)} ${(0,report_text/* sentenceList */.MT)(tags)}`];
    });
    return places.join('; ');
}

;// CONCATENATED MODULE: ./.build/report/outputs.js



/** The outputs of build and publication; those of the tag language are rendered by `metadata-outputs.ts`. */
function renderOutputs(report) {
    const { plan, images, outcome, metadata } = report;
    const [only, ...others] = images;
    return {
        ...(plan === undefined ? {} : { plan: JSON.stringify(plan) }),
        ...(metadata === '' ? {} : { metadata }),
        ...(only === undefined || others.length > 0 ? {} : renderImage(only)),
        ...(plan?.build.bake === undefined ? {} : { targets: JSON.stringify(renderTargets(plan, report)) }),
        ...(outcome === undefined
            ? {}
            : {
                references: JSON.stringify(groupByRegistry(outcome.destinations, references)),
                results: JSON.stringify(renderResults(outcome.destinations)),
            }),
        pushed: String(outcome?.destinations.some((destination) => references(destination).length > 0) ?? false),
    };
}
function renderImage(image) {
    const { digest, digests, sizes } = describeImage(image);
    return { digest, imageid: digest, digests: JSON.stringify(digests), sizes: JSON.stringify(sizes) };
}
function describeImage({ digest, platforms }) {
    return {
        digest,
        digests: byPlatform(platforms, (image) => image.digest),
        sizes: byPlatform(platforms, ({ sizeBytes }) => sizeBytes),
    };
}
function byPlatform(platforms, choose) {
    return Object.fromEntries(platforms.map((image) => [image.platform, choose(image)]));
}
/** By target, under the names of the outputs that a single image has. */
function renderTargets({ images: planned }, { images, outcome }) {
    const entries = planned.map(({ target, naming }) => {
        const image = images.find((each) => each.target === target);
        const own = (outcome?.destinations ?? []).filter((destination) => destination.target === target);
        const built = image === undefined ? {} : describeImage(image);
        return [target, { version: naming.version, tags: listReferences(naming), ...built, references: own.flatMap(references) }];
    });
    return Object.fromEntries(entries);
}
/** `ghcr.io/owner/app:1.2@sha256:…`, for the tags that hold the digest at the end. */
function references(destination) {
    return heldTags(destination).map((name) => `${(0,reference/* shortName */.EU)(destination.repository)}:${name}@${destination.digest}`);
}
function groupByRegistry(destinations, list) {
    const groups = {};
    for (const destination of destinations) {
        const { registry } = destination.repository;
        groups[registry] = [...(groups[registry] ?? []), ...list(destination)];
    }
    return groups;
}
/** The worst state of a registry's repositories stands for the registry. */
const WORST_FIRST = ['failed', 'skipped', 'held back', 'published', 'unchanged'];
function renderResults(destinations) {
    const groups = Object.entries(groupByRegistry(destinations, (destination) => [destination]));
    return Object.fromEntries(groups.map(([registry, members]) => [registry, describeWorst(members)]));
}
function describeWorst(members) {
    const worst = WORST_FIRST.flatMap((state) => members.filter((member) => member.state === state))[0];
    if (worst === undefined)
        return 'unchanged';
    const name = members.length > 1 ? `${(0,reference/* formatRepository */.Sh)(worst.repository)}: ` : '';
    return worst.reason === undefined ? worst.state : `${worst.state}: ${name}${worst.reason}`;
}

// EXTERNAL MODULE: ./.build/report/plan-text.js
var plan_text = __nccwpck_require__(472);
;// CONCATENATED MODULE: ./.build/report/rehearsal.js

/** The lines that stand under the plan. */
function rehearsalLines({ file, step, matrix, standIns }) {
    const rows = standIns.map(({ expression, value, inputs }) => [
        expression,
        `in ${(0,report_text/* sentenceList */.MT)(inputs)}`,
        expression.startsWith('github.') && value !== 'github-token' ? `${value} stands for it` : '',
    ]);
    return [
        ...(0,report_text/* labelLines */._e)('workflow', [`${file}, ${step}`]),
        ...(0,report_text/* labelLines */._e)('matrix', matrix === '' ? [] : [matrix]),
        ...(0,report_text/* labelLines */._e)('only in CI', (0,report_text/* alignColumns */.RM)(rows)),
    ];
}

// EXTERNAL MODULE: ./.build/plan/sizes.js
var plan_sizes = __nccwpck_require__(7678);
;// CONCATENATED MODULE: ./.build/report/result-text.js




/** `Result: published in 1.2 s` */
function resultTitle(report) {
    const { outcome, images, durations, failures } = report;
    const took = (0,report_text/* formatDuration */.a3)(durations.total);
    if (failures.length > 0)
        return `Result: failed after ${took}`;
    if (images.length === 0)
        return `Result: nothing was done, in ${took}`;
    const reason = whyNotPublished(report);
    if (reason !== undefined)
        return `Result: built in ${took}, not published: ${(0,report_text/* plain */.pj)(reason)}`;
    const isChanged = outcome?.destinations.some(({ state }) => state === 'published') === true;
    return `Result: ${isChanged ? 'published' : 'nothing to change'} in ${took}`;
}
/** What is where now: the digest, a line a tag and repository, a line a platform. */
function resultLines({ plan, outcome, images, failures }) {
    const destinations = outcome?.destinations ?? [];
    return [
        ...images.flatMap(imageLines),
        ...(0,report_text/* alignColumns */.RM)(destinations.flatMap(destinationRows)).map(report_text/* plain */.pj),
        ...(failures.length > 0 && plan?.push.push === true ? [(0,report_text/* plain */.pj)(publishedNow(outcome))] : []),
    ];
}
function imageLines({ target, digest, adopted, platforms, verdict }) {
    return [
        ...(target === '' ? [] : [(0,report_text/* plain */.pj)(`target     ${target}`)]),
        `digest     ${digest}`,
        ...(adopted === undefined ? [] : [(0,report_text/* plain */.pj)(`taken up   ${adopted}: nothing was built`)]),
        ...(0,report_text/* alignColumns */.RM)(platforms.map(({ platform, digest: own, sizeBytes, layers }) => [
            'platform ',
            platform,
            (0,plan_sizes/* formatBytes */.z3)(sizeBytes),
            ...growthCell(platform, verdict),
            (0,report_text/* count */.U9)(layers.length, 'layer'),
            own,
        ])),
        ...(verdict?.uncompared === undefined ? [] : [(0,report_text/* plain */.pj)(`growth     not limited: ${verdict.uncompared}`)]),
        ...testLines(verdict),
    ];
}
/** A cell where there is something to compare with, on every line. */
function growthCell(platform, verdict) {
    if (verdict?.comparedWith === undefined)
        return [];
    const size = verdict.sizes.find((each) => each.platform === platform);
    return [size?.beforeBytes === undefined ? 'new' : (0,plan_sizes/* formatGrowth */.T9)(size.sizeBytes, size.beforeBytes)];
}
function testLines(verdict) {
    const { tests = [], untested } = verdict ?? {};
    if (untested !== undefined)
        return [(0,report_text/* plain */.pj)(`tests      not run: ${untested}`)];
    return (0,report_text/* alignColumns */.RM)(tests.map((result) => ['test     ', describeTestEnd(result), result.platform, (0,report_text/* formatDuration */.a3)(result.durationMs), (0,report_text/* plain */.pj)(result.text)]));
}
/** `passed`, `failed with status 2`, `too slow` */
function describeTestEnd({ code }) {
    if (code === undefined)
        return 'too slow';
    return code === 0 ? 'passed' : `failed with status ${code}`;
}
function destinationRows({ repository, state, reason, tags }) {
    const name = (0,reference/* shortName */.EU)(repository);
    if (tags.length === 0)
        return [[state.padEnd(9), name, reason ?? '']];
    return tags.map((tag) => [tagState(tag).padEnd(9), `${name}:${tag.name}`, ownReason(tag, reason)]);
}
/** A reason that all tags of a destination share is told once, with the failure. */
function ownReason(tag, common) {
    return tag.reason === undefined || tag.reason === common ? '' : tag.reason;
}
function tagState({ state }) {
    return state === 'moved' ? 'published' : state;
}

;// CONCATENATED MODULE: ./.build/report/summary.js






/** The job summary in GitHub's Markdown. Everything from outside is escaped. */
function renderSummary(report) {
    const { plan } = report;
    const images = plan?.images ?? [];
    const sections = [
        heading(report),
        failureSection(report),
        images.length > 1 ? overview(images, report) : '',
        ...(images.length > 1 ? images.map((image) => folded(image, report)) : images.flatMap((image) => imageSections(image, report))),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
/** A row an image: what it is called, its tags, its sizes, and what became of it. */
function overview(images, report) {
    const rows = images.map(({ target, naming, destinations }) => {
        const own = (report.outcome?.destinations ?? []).filter((destination) => destination.target === target);
        const sizes = (report.images.find((image) => image.target === target)?.platforms ?? []).map(({ platform, sizeBytes }) => `${(0,report_text/* code */.aY)(platform)} ${(0,plan_sizes/* formatBytes */.z3)(sizeBytes)}`);
        return [
            (0,report_text/* code */.aY)(target),
            destinations.map(({ repository }) => (0,report_text/* code */.aY)((0,reference/* shortName */.EU)(repository))).join(' '),
            naming.tags.map(({ name }) => (0,report_text/* code */.aY)(name)).join(' '),
            sizes.join(', '),
            report.outcome === undefined ? 'not published' : describeOutcome(own),
        ];
    });
    return table(['target', 'image', 'tags', 'compressed', ''], rows);
}
/** One of several images, to be unfolded. */
function folded(planned, report) {
    const image = report.images.find(({ target }) => target === planned.target);
    const title = [(0,report_text/* code */.aY)(planned.target), ...(image === undefined ? [] : imageFacts(image))].join(' · ');
    const sections = imageSections(planned, report).filter((section) => section !== '');
    return details(title, [sections.join('\n\n')]);
}
function imageSections(planned, report) {
    const image = report.images.find(({ target }) => target === planned.target);
    return [
        tagTable(planned, report),
        platformTable(image),
        layerSection(image),
        testSection(image),
        pullSection(planned, report),
        silentRules(planned),
    ];
}
function imageFacts({ digest, adopted }) {
    return [`digest ${(0,report_text/* code */.aY)(digest)}`, ...(adopted === undefined ? [] : [`taken up from ${(0,report_text/* code */.aY)(adopted)}, nothing was built`])];
}
function heading(report) {
    const { plan, images, durations } = report;
    const ref = plan === undefined ? '' : `${(0,report_text/* markdown */.wD)((0,plan_text/* titleOfRef */.bt)(plan.source.ref))}: `;
    const [only, ...others] = images;
    const facts = [
        ...(only === undefined || others.length > 0 ? [] : imageFacts(only)),
        ...(durations.build === undefined ? [] : [`built in ${(0,report_text/* formatDuration */.a3)(durations.build)}`]),
        `${(0,report_text/* formatDuration */.a3)(durations.total)} in all`,
    ];
    return `### ⛵ ${ref}${describeEnd(report)}\n\n${facts.join(' · ')}`;
}
function describeEnd(report) {
    const { images, outcome, failures } = report;
    if (failures.length > 0)
        return '❌ failed';
    if (images.length === 0)
        return 'planned';
    const reason = whyNotPublished(report);
    return reason === undefined ? `✅ ${describeOutcome(outcome?.destinations ?? [])}` : `built, not published (${(0,report_text/* markdown */.wD)(reason)})`;
}
function describeOutcome(destinations) {
    const states = ['published', 'unchanged', 'held back', 'skipped', 'failed'];
    const counted = states.map((state) => ({ state, number: destinations.filter((destination) => destination.state === state).length }));
    return counted
        .filter(({ number }) => number > 0)
        .map(({ state, number }) => `${state} in ${(0,report_text/* count */.U9)(number, 'repository')}`)
        .join(', ');
}
function failureSection({ plan, failures, outcome }) {
    if (failures.length === 0)
        return '';
    const state = plan?.push.push === true ? [`The step failed; ${publishedNow(outcome)}.`] : [];
    const lines = failures.flatMap(({ message }) => message.split('\n'));
    return ['> [!CAUTION]', ...[...lines, ...state].map((line) => `> ${(0,report_text/* markdown */.wD)(line)}  `)].join('\n');
}
/** A row a tag, a column a repository. */
function tagTable({ naming, destinations }, report) {
    if (naming.tags.length === 0 || destinations.length === 0)
        return '';
    const head = ['tag', '', ...destinations.map(({ repository }) => (0,report_text/* code */.aY)((0,reference/* shortName */.EU)(repository)))];
    const rows = naming.tags.map((tag) => [
        (0,report_text/* code */.aY)(tag.name),
        (0,report_text/* markdown */.wD)(tag.lifetime === 'fixed' ? 'fixed' : (0,plan_text/* describeLine */.ES)(tag)),
        ...destinations.map((destination) => tagCell(tag.name, destination, report)),
    ]);
    return table(head, rows);
}
function tagCell(name, destination, report) {
    if (!destination.tags.some((tag) => tag.name === name))
        return '–';
    const outcome = report.outcome?.destinations.find((each) => isSame(each, destination));
    const tag = outcome?.tags.find((each) => each.name === name);
    if (tag === undefined)
        return outcome === undefined ? 'planned' : describeState(outcome.state, outcome.reason);
    return describeTag(tag, outcome?.reason);
}
function isSame(outcome, { repository, target }) {
    return outcome.target === target && (0,reference/* formatRepository */.Sh)(outcome.repository) === (0,reference/* formatRepository */.Sh)(repository);
}
const SYMBOLS = {
    moved: '✅',
    unchanged: '=',
    skipped: '⏭️',
    'put back': '↩️',
    'not moved': '❌',
    unknown: '❓',
};
/** A reason that all tags of a destination share stands in the failures above. */
function describeTag({ state, reason, before }, common) {
    const was = state === 'moved' && before !== undefined ? ` (was ${(0,report_text/* code */.aY)((0,report_text/* shortDigest */.VK)(before))})` : '';
    return `${SYMBOLS[state]} ${describeState(state === 'moved' ? 'published' : state, reason === common ? undefined : reason)}${was}`;
}
function describeState(state, reason) {
    return reason === undefined ? state : `${state}: ${(0,report_text/* markdown */.wD)(reason)}`;
}
function platformTable(image) {
    if (image === undefined || image.platforms.length === 0)
        return '';
    const { verdict, platforms } = image;
    const compared = verdict?.comparedWith === undefined ? [] : [`against ${(0,report_text/* code */.aY)(verdict.comparedWith)}`];
    const rows = platforms.map(({ platform, digest, sizeBytes, layers }) => [
        (0,report_text/* code */.aY)(platform),
        (0,plan_sizes/* formatBytes */.z3)(sizeBytes),
        ...compared.map(() => describeChange(verdict?.sizes.find((size) => size.platform === platform))),
        (0,report_text/* count */.U9)(layers.length, 'layer'),
        (0,report_text/* code */.aY)(digest),
    ]);
    const uncompared = verdict?.uncompared === undefined ? [] : [`Growth was not limited: ${(0,report_text/* markdown */.wD)(verdict.uncompared)}`];
    return [table(['platform', 'compressed', ...compared, 'layers', 'digest'], rows), ...uncompared].join('\n\n');
}
function describeChange(size) {
    return size?.beforeBytes === undefined
        ? 'new'
        : `${(0,plan_sizes/* formatGrowth */.T9)(size.sizeBytes, size.beforeBytes)} (was ${(0,plan_sizes/* formatBytes */.z3)(size.beforeBytes)})`;
}
/** Of each platform its layers with the steps that made them, from the base up. */
function layerSection(image) {
    const layered = (image?.verdict?.sizes ?? []).filter(({ layers }) => layers.some(({ step }) => step !== undefined));
    if (layered.length === 0)
        return '';
    const rows = layered.flatMap(({ platform, layers }) => layers.map(({ sizeBytes, step }) => [(0,report_text/* code */.aY)(platform), (0,plan_sizes/* formatBytes */.z3)(sizeBytes), step === undefined ? '–' : (0,report_text/* code */.aY)(step)]));
    return details('Layers', [table(['platform', 'compressed', 'step'], rows)]);
}
/** A row a test, a column a platform; and of those that failed the last lines. */
function testSection(image) {
    const { tests = [], untested } = image?.verdict ?? {};
    if (untested !== undefined)
        return `Tests were not run: ${(0,report_text/* markdown */.wD)(untested)}`;
    if (tests.length === 0)
        return '';
    const platforms = [...new Set(tests.map(({ platform }) => platform))];
    const lines = new Map(tests.map(({ inputLine, text }) => [inputLine, text]));
    const rows = [...lines].map(([line, text]) => [
        (0,report_text/* code */.aY)(text),
        ...platforms.map((platform) => testCell(tests.find((test) => test.inputLine === line && test.platform === platform))),
    ]);
    const failed = tests.filter(({ code: status, tail }) => status !== 0 && tail.length > 0);
    const tails = failed.map(({ text, platform, tail }) => `${(0,report_text/* code */.aY)(text)} on ${(0,report_text/* code */.aY)(platform)}\n<pre>${tail.map(report_text/* preformatted */.EC).join('\n')}</pre>`);
    return [table(['test', ...platforms.map(report_text/* code */.aY)], rows), ...tails].join('\n\n');
}
function testCell(test) {
    if (test === undefined)
        return '–';
    return `${test.code === 0 ? '✅' : '❌'} ${describeTestEnd(test)} (${(0,report_text/* formatDuration */.a3)(test.durationMs)})`;
}
/** By the first tag that holds the image, in each repository where one does. */
function pullSection({ target }, { outcome }) {
    const own = (outcome?.destinations ?? []).filter((destination) => destination.target === target);
    const commands = own.flatMap((destination) => {
        const [tag] = heldTags(destination);
        return tag === undefined ? [] : [`docker pull ${(0,reference/* shortName */.EU)(destination.repository)}:${tag}@${destination.digest}`];
    });
    return commands.length === 0 ? '' : details('Pull', ['```sh', ...commands, '```']);
}
function silentRules({ naming }) {
    const silent = naming.rules.filter(({ reason }) => reason !== undefined);
    if (silent.length === 0)
        return '';
    return details(`${(0,report_text/* count */.U9)(silent.length, 'rule')} gave no tag`, silent.map(({ rule, reason }) => `- ${(0,report_text/* code */.aY)(rule)}: ${(0,report_text/* markdown */.wD)(reason ?? '')}`));
}
function details(title, lines) {
    return ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n');
}
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./.build/host/naming-outputs.js



/**
 * metadata-action's outputs. For the steps that follow there are also bake files, whose paths are outputs, and all of it stands in
 * variables of the same names, as metadata-action has it.
 */
async function writeNamingOutputs(host, intent) {
    const { raw, plan } = intent;
    const separator = (name) => raw[`sep-${name}`] || '\n';
    const separators = { tags: separator('tags'), labels: separator('labels'), annotations: separator('annotations') };
    const texts = renderNamings(plan.images, separators);
    if (host.exportVariables === undefined)
        return texts;
    const outputs = { ...texts, ...(await writeBakeFiles(host, intent)) };
    if (host.environment.DOCKER_METADATA_SET_OUTPUT_ENV?.toLowerCase() !== 'false')
        host.exportVariables(asVariables(outputs));
    return outputs;
}
async function writeBakeFiles({ temporaryFolder, remember }, { raw, plan }) {
    const folder = await (0,promises_.mkdtemp)(external_node_path_.join(temporaryFolder, 'tagboat-bake-'));
    remember({ bakeFolder: folder });
    const files = Object.entries(makeBakeFiles(plan.images.map(({ target, naming }) => ({ target: target || (raw['bake-target'] ?? ''), naming }))));
    const paths = files.map(async ([output, content]) => {
        const file = external_node_path_.join(folder, `${output}.json`);
        await (0,promises_.writeFile)(file, JSON.stringify(content));
        return [output, file];
    });
    return Object.fromEntries(await Promise.all(paths));
}
function asVariables(outputs) {
    return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [`DOCKER_METADATA_OUTPUT_${name.replaceAll('-', '_').toUpperCase()}`, value]));
}

;// CONCATENATED MODULE: ./.build/host/tell.js










/** The plan, as one group of the log. */
function showPlan({ log, desk }, { plan }) {
    const rehearsal = desk?.acted?.rehearsal;
    log.group(`Plan: ${(0,plan_text/* planTitle */.KS)(plan)}`, [...(0,plan_text/* planLines */.HN)(plan), ...(rehearsal === undefined ? [] : rehearsalLines(rehearsal))]);
    if (desk?.explain === true)
        for (const { target, naming } of plan.images)
            log.group(target === '' ? 'Why' : `Why, target ${(0,report_text/* plain */.pj)(target)}`, (0,explain/* explainLines */.b)(naming));
    for (const notice of new Set(plan.images.flatMap(({ naming }) => naming.notices)))
        log.notice((0,report_text/* plain */.pj)(notice));
    if (rehearsal?.skipped !== undefined)
        log.notice((0,report_text/* plain */.pj)(`CI does not come to this step: ${rehearsal.skipped}`));
    if (!plan.push.push && desk === undefined)
        log.notice((0,report_text/* plain */.pj)(`Nothing will be published: ${plan.push.reason}`));
}
/** The result as log lines, outputs and summary. @returns the exit status. */
async function tellResult(host, report, intent) {
    const { log } = host;
    const failed = report.failures.length > 0;
    for (const { message, place } of report.failures)
        log.error(plainLines(message), place);
    if (!failed && report.outcome !== undefined)
        for (const notice of noticesOf(report.outcome))
            log.notice((0,report_text/* plain */.pj)(notice));
    if (!failed)
        for (const reason of passedOver(report))
            log.warning((0,report_text/* plain */.pj)(`Not published, and not required: ${reason}`));
    const isPlan = host.desk !== undefined && host.inputs['dry-run'] === 'true';
    if (!isPlan && (intent?.inputs.dryRun !== true || failed))
        log.group(resultTitle(report), resultLines(report));
    host.setOutputs({ ...(intent === undefined ? {} : await writeNamingOutputs(host, intent)), ...renderOutputs(report) });
    if (intent?.inputs.summary !== false)
        await host.writeSummary(renderSummary(report));
    return failed ? 1 : 0;
}
/** Why optional registries were left out (P2), each cause once. */
function passedOver({ outcome }) {
    const skipped = (outcome?.destinations ?? []).filter(({ state }) => state === 'skipped');
    return [...new Set(skipped.map(({ repository, reason }) => reason ?? (0,reference/* shortName */.EU)(repository)))];
}
/** A stack has several lines; each is shown as one of ours. */
function plainLines(text) {
    return text.split('\n').map(report_text/* plain */.pj).join('\n');
}

// EXTERNAL MODULE: ./.build/plan/early-inputs.js
var early_inputs = __nccwpck_require__(2353);
// EXTERNAL MODULE: ./.build/plan/inputs.js + 8 modules
var inputs = __nccwpck_require__(1020);
;// CONCATENATED MODULE: ./.build/app.js






/**
 * The whole step: read, plan, preflight, build, check, publish, report. However it ends, what is known is reported.
 * @returns the exit status: 0 where everything that is required is done and read back, else 1.
 */
async function run(place) {
    const { timeoutMs } = (0,early_inputs/* presumeEarlyInputs */.o)((0,inputs/* completeInputs */.h5)(place.inputs));
    const host = { ...place, signal: (0,cancellation/* withTimeout */.wj)(place.signal, timeoutMs) };
    const draft = draftReport(host.signal);
    const intent = await draft.attempt(() => (0,read_intent/* readIntent */.N3)(host));
    if (intent !== undefined) {
        draft.note({ plan: intent.plan });
        showPlan(host, intent);
        // Loaded when the plan is on show: Node's HTTP and TLS take their time, and a dry run needs neither.
        if (!intent.inputs.dryRun)
            await draft.attempt(async () => (await __nccwpck_require__.e(/* import() */ 179).then(__nccwpck_require__.bind(__nccwpck_require__, 7179))).ship(host, intent, draft));
    }
    return tellResult(host, draft.finish(), intent);
}


/***/ }),

/***/ 5045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   mQ: () => (/* binding */ findDockerfile),
/* harmony export */   yI: () => (/* binding */ readPlace)
/* harmony export */ });
/* unused harmony export locateFile */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _plan_bake_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7927);
/* harmony import */ var _plan_build_context_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5702);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2040);





/** @see https://docs.docker.com/build/bake/remote-definition/ */
const WORKING_FOLDER = 'cwd://';
/** The place of a target, whose `dockerfile` is seen from its context. */
function readPlace({ source }) {
    const text = (key) => (0,_plan_bake_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)(source[key]) ?? '');
    const [context, dockerfile] = [text('context') || '.', text('dockerfile')];
    const isSeenFromContext = dockerfile !== '' && !dockerfile.startsWith(WORKING_FOLDER) && !(0,_plan_build_context_js__WEBPACK_IMPORTED_MODULE_4__/* .isRemoteContext */ .uN)(context);
    return {
        context,
        file: isSeenFromContext ? node_path__WEBPACK_IMPORTED_MODULE_1__.join(context, dockerfile) : dockerfile.replace(WORKING_FOLDER, ''),
        inline: source['dockerfile-inline'] === undefined ? undefined : text('dockerfile-inline'),
    };
}
/**
 * Of these places the one whose Dockerfile has the lines, since what fails may be a base of the target that is told of; else the first.
 * @returns its path, seen from the working folder; undefined where it is no file.
 */
async function findDockerfile(excerpt, places) {
    const texts = await Promise.all(places.map((place) => readDockerfile(excerpt.file, place)));
    const found = places.find((_, index) => hasLines(texts[index] ?? '', excerpt)) ?? places[0];
    return found === undefined || found.inline !== undefined ? undefined : locateFile(excerpt.file, found);
}
function readDockerfile(name, place) {
    return place.inline === undefined ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(locateFile(name, place), 'utf8').catch(() => '') : Promise.resolve(place.inline);
}
function hasLines(text, { line, endLine, instruction }) {
    const lines = text.split('\n').slice(line - 1, endLine);
    return lines.map((each) => each.trim()).join('\n') === instruction.map((each) => each.trim()).join('\n');
}
/** A path that leads to the Dockerfile from the working folder, or from the root of a Git context, as far as it can be told; else its bare name. */
function locateFile(name, { context, file }) {
    const folder = (0,_plan_build_context_js__WEBPACK_IMPORTED_MODULE_4__/* .isRemoteContext */ .uN)(context) ? subfolderOf(context) : context;
    if (file === '')
        return node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name);
    const found = (0,_plan_build_context_js__WEBPACK_IMPORTED_MODULE_4__/* .isRemoteContext */ .uN)(context) ? node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, file) : file;
    return found === name || found.endsWith(`/${name}`) ? found : name;
}
/** `https://github.com/octo/demo.git#v1:sub` @see https://docs.docker.com/build/concepts/context/#url-fragments */
function subfolderOf(context) {
    return /#[^:]*:(.+)$/.exec(context)?.[1] ?? '';
}


/***/ }),

/***/ 8659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dT: () => (/* binding */ buildError),
/* harmony export */   zS: () => (/* binding */ BuildError)
/* harmony export */ });
/* unused harmony exports parseBuildFailure, describeBuildFailure */
/* harmony import */ var _dockerfile_place_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5045);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2512);


/** A build that failed at a line of a Dockerfile. The message is one line, followed by the last lines of the instruction's output. */
class BuildError extends Error {
    name = 'BuildError';
    /** Undefined where the Dockerfile is no file. */
    place;
    constructor(failure, file) {
        const { line, endLine, output } = failure;
        const where = file === undefined ? `dockerfile-inline, line ${line}` : `${file}:${line}`;
        super([`${where}: ${describeBuildFailure(failure)}`, ...output].join('\n'));
        this.place = file === undefined ? undefined : { file, line, endLine };
    }
}
/** How much of an instruction's output goes into the error; all of it is in the log. */
const SHOWN_LINES = 10;
/**
 * The error of a build that did not end well: with the failing line of the Dockerfile where buildx names one.
 * @param placesOf gives where that may be by the target, which is undefined where there are no bake files or a single target.
 */
async function buildError(what, result, placesOf) {
    const failure = parseBuildFailure(result.stderr);
    if (failure === undefined)
        return new _process_js__WEBPACK_IMPORTED_MODULE_1__/* .DockerError */ .B(what, result);
    return new BuildError(failure, await (0,_dockerfile_place_js__WEBPACK_IMPORTED_MODULE_0__/* .findDockerfile */ .mQ)(failure, placesOf(failure.target)));
}
/**
 * Reads buildx's plain progress: the lines of the failed step and, at the end, the excerpt of the Dockerfile with `>>>` before the failing
 * lines, and the `ERROR:` line. Undefined where it names no line.
 * @see https://github.com/docker/buildx/blob/v0.29.1/commands/build.go, and `Print` of BuildKit's solver/errdefs/source.go
 */
function parseBuildFailure(stderr) {
    const lines = stderr.replaceAll('\r\n', '\n').split('\n');
    const excerpt = readExcerpt(lines);
    if (excerpt === undefined)
        return undefined;
    const end = readCause(lines);
    return { ...excerpt, ...end, ...readStep(lines, end) };
}
/** `RUN make test ended with exit code 2 (target web, linux/arm64)` */
function describeBuildFailure({ instruction, cause, platform, target, }) {
    const places = [...(target === undefined ? [] : [`target ${target}`]), ...(platform === undefined ? [] : [platform])];
    const where = places.length === 0 ? '' : ` (${places.join(', ')})`;
    const what = shorten(instruction.map((line) => line.trim()).join(' '));
    const [, code] = /^process ".*" did not complete successfully: exit code: (\d+)$/s.exec(cause) ?? [];
    if (code === '137')
        return `${what} was killed with exit code 137, often for lack of memory${where}`;
    if (code !== undefined)
        return `${what} ended with exit code ${code}${where}`;
    const [, missing] = /failed to calculate checksum of ref \S+: "(.*)": not found$/.exec(cause) ?? [];
    if (missing !== undefined)
        return `${what}: ${missing} is not in the build context, or .dockerignore leaves it out${where}`;
    return `${what}: ${cause}${where}`;
}
/** buildx draws it around lines of bake files, too; that of ours is named by its whole path. */
const RULE = /^-{20}$/;
function readExcerpt(lines) {
    const start = lines.findLastIndex((line, index) => /^[^\s/].*:\d+$/.test(line) && RULE.test(lines[index + 1] ?? ''));
    const [, file] = /^(.*):\d+$/.exec(lines[start] ?? '') ?? [];
    if (file === undefined)
        return undefined;
    const end = lines.findIndex((line, index) => index > start + 1 && RULE.test(line));
    const marked = lines.slice(start + 2, end < 0 ? undefined : end).flatMap((line) => {
        const [, number, text] = /^ *(\d{1,9}) \| >>> ?(.*)$/.exec(line) ?? [];
        return number === undefined ? [] : [{ number: Number(number), text: text ?? '' }];
    });
    const [first] = marked;
    if (first === undefined)
        return undefined;
    const instruction = marked.map(({ text }) => text);
    return { file, line: first.number, endLine: marked.at(-1)?.number ?? first.number, instruction };
}
/**
 * The output of the step that failed for this cause, and its platform, from the lines of the progress that begin with the step's number:
 * `#7 [web linux/arm64 2/3] RUN …`, `#7 0.123 printed`, `#7 ERROR: cause`. Where several failed so, it is that of the target.
 */
function readStep(lines, { cause, target }) {
    const failed = lines.flatMap((line) => {
        const [, number, error] = /^#(\d{1,6}) ERROR: (.+)$/.exec(line) ?? [];
        return number !== undefined && error !== undefined && cause.endsWith(error) ? [readOwnLines(lines, number)] : [];
    });
    const own = failed.findLast((step) => step.some((line) => line.startsWith(`[${target} `))) ?? failed.at(-1) ?? [];
    const [platform] = own.flatMap((line) => /^\[(?:\S+ )?([a-z0-9]+\/[a-z0-9_./-]+) (?=.*\d+\/\d+\])/.exec(line)?.[1] ?? []);
    const output = own.flatMap((line) => /^\d+\.\d+ (.*)$/.exec(line)?.[1]?.trimEnd() ?? []);
    return { platform, output: output.filter((line) => line !== '').slice(-SHOWN_LINES) };
}
/** Without the number. */
function readOwnLines(lines, number) {
    const prefix = `#${number} `;
    return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}
function readCause(lines) {
    const line = lines.findLast((each) => each.startsWith('ERROR: ')) ?? 'ERROR: the build failed';
    const [, target, cause = ''] = /^ERROR: (?:target (\S+): )?(.*)$/.exec(line) ?? [];
    return { target, cause: cause.replace(/^(failed to (build|solve): )+/, '') };
}
/** An instruction may be a script of many lines. */
function shorten(text) {
    return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}


/***/ }),

/***/ 2512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ DockerError)
/* harmony export */ });
/** A docker command that did not end well: what was run and how it ended, so that a silent death is told too (P9). */
class DockerError extends Error {
    name = 'DockerError';
    constructor(what, result) {
        super(`${what} ${describeEnd(result)}${lastWords(result.stderr)}`);
    }
}
/** Statuses above 128 are 128 plus the signal that ended it. @see https://tldp.org/LDP/abs/html/exitcodes.html */
function describeEnd({ code, signal }) {
    if (signal !== undefined)
        return `was ended by ${signal}`;
    if (code === 137)
        return 'ended with status 137 (killed: often for lack of memory)';
    return `ended with status ${code ?? 'unknown'}`;
}
function lastWords(stderr) {
    const lines = stderr.split(/\r?\n/).map((each) => each.trim());
    const line = lines.findLast((each) => each !== '' && !/^Run 'docker .*--help'/.test(each)) ?? ''; // docker's advice is no cause
    return line === '' ? ' and said nothing' : `: ${line.replace(/^ERROR: /, '')}`;
}


/***/ }),

/***/ 3166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./.build/app.js + 10 modules
var app = __nccwpck_require__(6107);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./.build/plan/expand-ref.js
var expand_ref = __nccwpck_require__(2658);
// EXTERNAL MODULE: ./.build/plan/input-table.js + 5 modules
var input_table = __nccwpck_require__(7079);
// EXTERNAL MODULE: ./.build/plan/lists.js
var lists = __nccwpck_require__(1497);
// EXTERNAL MODULE: ./.build/plan/problem.js
var problem = __nccwpck_require__(3323);
;// CONCATENATED MODULE: ./.build/host/command-line.js





const COMMANDS = ['plan', 'run', 'help', 'version'];
const OPTIONS = [
    { name: 'json', kind: 'switch', about: 'The plan, or what is published, as JSON on standard output.' },
    { name: 'explain', kind: 'switch', about: 'Say for every rule and tag why it is so.' },
    { name: 'workflow', kind: 'value', about: 'Plan the Tagboat step of this workflow file as CI would run it.' },
    { name: 'job', kind: 'value', about: 'The step’s job, where several have one.', needs: 'workflow' },
    { name: 'step', kind: 'value', about: 'The step’s id, name or number, where there are several.', needs: 'workflow' },
    { name: 'var', kind: 'pairs', about: 'A configuration variable, NAME=value: what vars.NAME is.', needs: 'workflow' },
    { name: 'matrix', kind: 'pairs', about: 'A value of the matrix, key=value; its first combination if absent.', needs: 'workflow' },
    { name: 'input', kind: 'pairs', about: 'An input of workflow_dispatch, name=value.', needs: 'workflow' },
    { name: 'refs', kind: 'value', about: 'Plan every ref in this file, and print a table of refs and tags.' },
    { name: 'check', kind: 'value', about: 'Hold the table against this file; exit status 1 where they differ.', needs: 'refs' },
    { name: 'event', kind: 'value', about: 'File with the event’s payload.' },
    { name: 'event-name', kind: 'value', about: 'Name of the event; with --workflow it follows from the ref.' },
    { name: 'summary-file', kind: 'value', about: 'File that the job summary is appended to.' },
    { name: 'help', kind: 'switch', about: 'This text.' },
];
/**
 * Reads `tagboat COMMAND [--input value]…`. Every input of the action is a flag of the same name; one that is given twice has two lines.
 * @throws {ProblemError} for an unknown command or flag, with the nearest known one, and for options that need others.
 */
function parseCommandLine(given) {
    const args = completeArgs(given);
    const options = {
        ...Object.fromEntries(input_table/* INPUTS */.m.map(({ name }) => [name, { type: 'string', multiple: true }])),
        ...Object.fromEntries(OPTIONS.map(({ name, kind }) => [name, { type: asType(kind), multiple: kind === 'pairs' }])),
    };
    refuseUnknown(args, Object.keys(options));
    const { values, positionals } = parse(args, options);
    const command = values.help === true ? 'help' : readCommand(positionals);
    refuseMisplaced(values, command);
    const text = (name) => (typeof values[name] === 'string' ? values[name] : undefined);
    const { inputs, workflow } = (0,problem/* collect */.Fo)({
        inputs: () => readInputs(values),
        workflow: () => readWorkflow(values, text),
    });
    return {
        command,
        inputs,
        json: values.json === true,
        explain: values.explain === true,
        eventFile: text('event'),
        eventName: text('event-name'),
        summaryFile: text('summary-file'),
        workflow,
        refsFile: text('refs'),
        checkFile: text('check'),
    };
}
/** `--version` alone asks for ours; with a value it is the input. */
function completeArgs(given) {
    if (given.length === 1 && given[0] === '--version')
        return ['version'];
    return given.map((arg, index) => (isBareSwitch(arg, given[index + 1]) ? `${arg}=true` : arg));
}
/** Inputs that are true or false: `--load` by itself says true. */
const SWITCHES = input_table/* INPUTS */.m.filter(({ default: usual }) => usual === 'true' || usual === 'false').map(({ name }) => `--${name}`);
function isBareSwitch(arg, next) {
    return SWITCHES.includes(arg) && (next === undefined || next.startsWith('-') || COMMANDS.some((command) => command === next));
}
/** What `tagboat help` prints. */
function usage() {
    const names = [...input_table/* INPUTS */.m, ...OPTIONS].map(({ name }) => name.length);
    const width = Math.max(...names) + 4;
    const describe = (name, about) => `  ${`--${name}`.padEnd(width)}${about}`;
    return [
        'usage: tagboat plan [options]   print what would be done; needs no network, and docker only to read bake and compose files',
        '       tagboat run  [options]   build and publish',
        '',
        ...OPTIONS.map(({ name, about }) => describe(name, about)),
        '',
        'Every input of the action is an option; given twice, it has two lines:',
        '',
        ...input_table/* INPUTS */.m.map(({ name, about, default: value }) => describe(name, `${about}${value === undefined ? '' : ` [${value}]`}`)),
    ].join('\n');
}
function asType(kind) {
    return kind === 'switch' ? 'boolean' : 'string';
}
function parse(args, options) {
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], ...(options === undefined ? {} : { options }), allowPositionals: true });
    }
    catch (error) {
        const wrong = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
        throw new problem/* ProblemError */.Mm({ where: 'command line', wrong: `cannot be read: ${wrong}`, accepted: 'tagboat help lists the options' });
    }
}
function refuseUnknown(args, known) {
    const given = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined).filter((arg) => arg.startsWith('--'));
    const unknown = given.map((arg) => arg.slice(2).replace(/=.*$/s, '')).filter((name) => !known.includes(name));
    if (unknown.length === 0)
        return;
    const problems = unknown.map((name) => {
        const hint = (0,problem/* nearest */.pA)(name, known);
        return refusal(`--${name}`, 'is no option', hint === undefined ? 'tagboat help lists the options' : `did you mean --${hint}?`);
    });
    throw new problem/* ProblemError */.Mm(problems);
}
function refuseMisplaced(values, command) {
    const given = OPTIONS.filter(({ name }) => values[name] !== undefined);
    const problems = given
        .filter(({ needs }) => needs !== undefined && values[needs] === undefined)
        .map(({ name, needs }) => refusal(`--${name}`, `says nothing without --${needs}`, `give --${needs} too`));
    const forPlan = given.filter(({ name }) => command === 'run' && ['workflow', 'refs', 'explain'].includes(name));
    const elsewhere = forPlan.map(({ name }) => refusal(`--${name}`, 'is for tagboat plan', 'tagboat run takes the inputs themselves'));
    const both = values.refs !== undefined && values.ref !== undefined;
    const twice = both ? [refusal('--ref', 'stands beside --refs', 'give one of them')] : [];
    if (problems.length + elsewhere.length + twice.length > 0)
        throw new problem/* ProblemError */.Mm([...problems, ...elsewhere, ...twice]);
}
function refusal(given, wrong, accepted) {
    return { where: 'command line', given, wrong, accepted };
}
function readCommand(positionals) {
    const [given = 'help', ...rest] = positionals;
    const command = COMMANDS.find((name) => name === given);
    if (command !== undefined && rest.length === 0)
        return command;
    throw new problem/* ProblemError */.Mm(refusal(positionals.join(' '), 'is no command', `write one of ${COMMANDS.join(', ')}`));
}
/** On the command line a ref may be short, as long as it says what it is. */
function readInputs(values) {
    const given = input_table/* INPUTS */.m.flatMap(({ name }) => {
        const value = values[name];
        return Array.isArray(value) ? [[name, value.join('\n')]] : [];
    });
    return Object.fromEntries(given.map(([name, value]) => [name, name === 'ref' ? (0,expand_ref/* expandRef */.Y)(value, '--ref') : value]));
}
function readWorkflow(values, text) {
    const file = text('workflow');
    const pairs = (name) => {
        const value = values[name];
        return Object.fromEntries((0,lists/* readPairs */.SX)(Array.isArray(value) ? value.join('\n') : '', `--${name}`));
    };
    if (file === undefined)
        return undefined;
    return { file, job: text('job'), step: text('step'), vars: pairs('var'), matrix: pairs('matrix'), inputs: pairs('input') };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./.build/report/mask.js
var mask = __nccwpck_require__(7141);
// EXTERNAL MODULE: ./.build/host/cancellation.js
var cancellation = __nccwpck_require__(5122);
;// CONCATENATED MODULE: ./.build/host/terminal.js





/** The host on a desk: what happens is told on stderr, what was asked for goes to stdout. */
function terminalHost({ inputs, environment, stdout, desk, summaryFile, remember }) {
    const masks = new Set();
    return {
        inputs,
        environment,
        temporaryFolder: external_node_os_.tmpdir(),
        signal: (0,cancellation/* abortOnSignals */.PB)(process),
        log: terminalLog({
            verbose: environment.RUNNER_DEBUG === '1',
            groups: stdout === 'text' ? process.stdout : process.stderr,
            hide: (text) => hideAll(text, masks),
        }),
        mask: (secret, username) => {
            for (const form of (0,mask/* secretForms */.e)(secret, username))
                masks.add(form);
        },
        setOutputs: (outputs) => {
            const told = { ...asData(outputs), ...(desk.acted === undefined ? {} : { workflow: desk.acted.rehearsal }) };
            if (stdout === 'json')
                process.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
        },
        exportVariables: undefined,
        writeSummary: async (markdown) => {
            if (summaryFile !== undefined)
                await (0,promises_.appendFile)(summaryFile, markdown);
        },
        remember,
        desk,
    };
}
function terminalLog({ verbose, groups, hide }) {
    const write = (line) => {
        process.stderr.write(`${hide(line)}\n`);
    };
    const style = (format, text) => (0,external_node_util_.styleText)(format, text, { stream: process.stderr });
    return {
        info: write,
        debug: (line) => (verbose ? write(style('dim', line)) : undefined),
        notice: (line) => write(`${style('cyan', 'note')}: ${line}`),
        warning: (line) => write(`${style('yellow', 'warning')}: ${line}`),
        error: (line) => write(`${style('red', 'error')}: ${line}`),
        group: (title, lines) => {
            const text = [(0,external_node_util_.styleText)('bold', title, { stream: groups }), ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
            groups.write(`${hide(text)}\n`);
        },
        foreign: (title) => {
            write(style('bold', title));
            return foreignOutput(hide);
        },
    };
}
function foreignOutput(hide) {
    let last = '\n';
    return {
        write: (chunk) => {
            process.stderr.write(hide(chunk));
            last = chunk.at(-1) ?? last;
        },
        end: () => {
            if (last !== '\n')
                process.stderr.write('\n');
        },
    };
}
function hideAll(text, masks) {
    return [...masks].sort((a, b) => b.length - a.length).reduce((shown, mask) => shown.replaceAll(mask, '***'), text);
}
/** Outputs that are JSON texts on a runner are data here. */
function asData(outputs) {
    return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, value.startsWith('{') ? JSON.parse(value) : value]));
}

// EXTERNAL MODULE: ./.build/host/workflow/event-file.js
var event_file = __nccwpck_require__(9590);
;// CONCATENATED MODULE: ./.build/version.js
/** The release this is; `make release-check` holds it to package.json and the changelog. */
const VERSION = '0.1.0';

;// CONCATENATED MODULE: ./.build/cli.js






/** The program on a desk. @returns the exit status: 2 where the command line, or what it names, is wrong. */
async function runCommandLine(args, environment) {
    try {
        const commandLine = parseCommandLine(args);
        if (commandLine.command === 'help')
            return print(usage());
        if (commandLine.command === 'version')
            return print(VERSION);
        if (commandLine.refsFile !== undefined)
            return await (await __nccwpck_require__.e(/* import() */ 202).then(__nccwpck_require__.bind(__nccwpck_require__, 1202))).tellRefs(commandLine, environment);
        return await runOnDesk(commandLine, environment);
    }
    catch (error) {
        if (!(error instanceof problem/* ProblemError */.Mm))
            throw error;
        process.stderr.write(`${error.message}\n`);
        return 2;
    }
}
async function runOnDesk(commandLine, environment) {
    const { command, json, explain, workflow, summaryFile } = commandLine;
    const started = workflow === undefined
        ? await start(commandLine, environment)
        : await (await __nccwpck_require__.e(/* import() */ 855).then(__nccwpck_require__.bind(__nccwpck_require__, 6855))).actRun(commandLine, workflow, environment);
    const dryRun = command === 'plan' ? { 'dry-run': 'true' } : {};
    const leftovers = {};
    const host = terminalHost({
        inputs: { ...started.inputs, ...dryRun },
        environment: started.environment,
        stdout: json ? 'json' : command === 'plan' ? 'text' : 'nothing',
        summaryFile,
        desk: { explain, acted: started.acted },
        remember: (state) => Object.assign(leftovers, state),
    });
    try {
        return await (0,app/* run */.e)(host);
    }
    finally {
        await (await __nccwpck_require__.e(/* import() */ 224).then(__nccwpck_require__.bind(__nccwpck_require__, 9224))).cleanUp(leftovers, host); // there is no post step
    }
}
/** The inputs are those of the command line, and the event is whatever it names. */
async function start({ inputs, eventFile, eventName }, environment) {
    if (eventFile !== undefined)
        await (0,event_file/* readEventFile */.z)(eventFile);
    const event = {
        ...(eventFile === undefined ? {} : { GITHUB_EVENT_PATH: eventFile }),
        ...(eventName === undefined ? {} : { GITHUB_EVENT_NAME: eventName }),
    };
    return { inputs, environment: { ...environment, ...event }, acted: undefined };
}
function print(text) {
    process.stdout.write(`${text}\n`);
    return 0;
}


/***/ }),

/***/ 8326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ actionsHost)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 5 modules
var core = __nccwpck_require__(5049);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./.build/report/mask.js
var mask = __nccwpck_require__(7141);
// EXTERNAL MODULE: ./.build/report/text.js
var report_text = __nccwpck_require__(8362);
// EXTERNAL MODULE: ./.build/host/cancellation.js
var cancellation = __nccwpck_require__(5122);
// EXTERNAL MODULE: ./.build/host/child-environment.js
var child_environment = __nccwpck_require__(7103);
;// CONCATENATED MODULE: ./.build/host/actions.js







const PREFIX = 'INPUT_';
/** The host on a GitHub runner. @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function actionsHost(environment) {
    return {
        inputs: readInputs(environment),
        environment: (0,child_environment/* childEnvironment */.Q)(environment),
        temporaryFolder: environment.RUNNER_TEMP || external_node_os_.tmpdir(),
        signal: (0,cancellation/* abortOnSignals */.PB)(process),
        log: {
            info: core/* info */.pq,
            debug: (line) => core/* debug */.Yz((0,report_text/* plain */.pj)(line)),
            notice: (line) => core/* notice */.lm(line),
            warning: (line) => core/* warning */.$e(line),
            error: (line, place) => core/* error */.z3(line, place === undefined ? {} : { file: place.file, startLine: place.line, endLine: place.endLine }),
            group: (title, lines) => {
                core/* startGroup */.Oh(title);
                for (const line of lines)
                    core/* info */.pq(line);
                core/* endGroup */.N4();
            },
            foreign,
        },
        mask: (secret, username) => {
            for (const form of (0,mask/* secretForms */.e)(secret, username))
                core/* setSecret */.Pq(form);
        },
        setOutputs: (outputs) => {
            for (const [name, value] of Object.entries(outputs))
                core/* setOutput */.uH(name, value);
        },
        exportVariables: (variables) => {
            for (const [name, value] of Object.entries(variables))
                core/* exportVariable */.dN(name, value);
        },
        writeSummary: async (markdown) => {
            if (environment.GITHUB_STEP_SUMMARY)
                await summary.addRaw(markdown).write();
        },
        remember: (state) => {
            for (const [name, value] of Object.entries(state))
                core/* saveState */.LZ(name, value);
        },
    };
}
/** The runner sets one variable an input, its name in capitals. */
function readInputs(environment) {
    const given = Object.entries(environment).filter(([name]) => name.startsWith(PREFIX));
    return Object.fromEntries(given.map(([name, value]) => [name.slice(PREFIX.length).toLowerCase(), value ?? '']));
}
/** Between stop-commands and its token the runner takes no line for a command, whatever a build prints. */
function foreign(title) {
    const token = (0,external_node_crypto_.randomUUID)();
    let last = '\n';
    core/* startGroup */.Oh(title);
    core/* info */.pq(`::stop-commands::${token}`);
    return {
        write: (chunk) => {
            process.stdout.write(chunk);
            last = chunk.at(-1) ?? last;
        },
        end: () => {
            core/* info */.pq(`${last === '\n' ? '' : external_node_os_.EOL}::${token}::`);
            core/* endGroup */.N4();
        },
    };
}


/***/ }),

/***/ 7336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readBakeFiles)
});

// EXTERNAL MODULE: ./.build/plan/bake/definition.js
var definition = __nccwpck_require__(7927);
// EXTERNAL MODULE: ./.build/plan/bake/inputs.js
var inputs = __nccwpck_require__(9151);
// EXTERNAL MODULE: ./.build/plan/lists.js
var lists = __nccwpck_require__(1497);
// EXTERNAL MODULE: ./.build/plan/parse-json.js
var parse_json = __nccwpck_require__(4058);
// EXTERNAL MODULE: ./.build/plan/problem.js
var problem = __nccwpck_require__(3323);
// EXTERNAL MODULE: ./.build/plan/json.js
var json = __nccwpck_require__(2040);
// EXTERNAL MODULE: ./.build/host/buildx.js
var host_buildx = __nccwpck_require__(9289);
// EXTERNAL MODULE: ./.build/host/docker-plugin.js
var docker_plugin = __nccwpck_require__(7305);
;// CONCATENATED MODULE: ./.build/host/ask-bake.js




/** Where docker would take that very buildx, it is run without docker, which is faster. */
async function openBake({ files, vars }, { environment, signal }) {
    const buildx = await (0,host_buildx/* findBuildx */.a)(environment);
    const [file, prefix] = buildx === undefined ? ['docker', ['buildx', 'bake']] : [buildx, ['bake']];
    const named = files.map((name) => `--file=${name}`);
    const env = { ...environment, ...vars };
    const run = (args) => (0,docker_plugin/* runPlugin */.b)({ file, args: [...prefix, ...named, ...args], env, signal }, { plugin: 'buildx', where: 'bake-files' });
    /** @see https://docs.docker.com/reference/cli/docker/buildx/bake/#list */
    const list = async (type) => {
        const { code, stdout } = await run([`--list=type=${type},format=json`]);
        return code === 0 ? (0,json/* asList */.DD)((0,parse_json/* parseJson */.q)(stdout)) : undefined; // null where there are none
    };
    return {
        print: async ({ targets, set }) => {
            const { code, stdout, stderr } = await run(['--print', ...set.map((override) => `--set=${override}`), ...targets]);
            return code === 0 ? { kind: 'printed', text: stdout } : { kind: 'failed', cause: lastError(stderr) };
        },
        listTargets: async () => (await list('targets'))?.map(json/* asObject */.eB).map(({ name, group }) => ({ name: (0,json/* asText */.e1)(name) ?? '', isGroup: group === true })),
        listVariables: async () => (await list('variables'))?.map((each) => (0,json/* asText */.e1)((0,json/* asObject */.eB)(each).name) ?? ''),
    };
}
/** The last line that says what went wrong. */
function lastError(stderr) {
    const lines = stderr.split(/\r?\n/).map((line) => line.trim());
    return (lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line !== '') ?? 'without a word').replace(/^ERROR: /, '');
}

;// CONCATENATED MODULE: ./.build/host/bake-mistakes.js

/** What is wrong with inputs that bake refused: every target that is none, and every override that it does not take; or else the files. */
async function findMistakes({ bake, inputs, cause, names }) {
    const { missing, targets, printed } = await findMissing(bake, inputs.targets);
    const unknown = missing.map((name) => describeUnknown(name, inputs.targets, names));
    if (printed.kind === 'failed')
        return unknown.length > 0 ? unknown : [describeUnreadable(inputs.files, printed.cause)];
    const overrides = await Promise.all(inputs.set.map(async (given) => describeOverride(given, await bake.print({ targets, set: [given] }))));
    const problems = [...unknown, ...overrides.flat()];
    return problems.length > 0 ? problems : describeOverride(inputs.set.join(', '), { kind: 'failed', cause }); // they do not go together
}
/** bake tells of one target at a time: it is asked again without. */
async function findMissing(bake, targets) {
    const printed = await bake.print({ targets, set: [] });
    const [, name] = (printed.kind === 'failed' && /^failed to find target (.+)$/.exec(printed.cause)) || [];
    if (name === undefined)
        return { missing: [], targets, printed };
    const others = targets.filter((target) => target !== name);
    if (others.length === targets.length)
        return { missing: [name], targets, printed };
    const rest = await findMissing(bake, others);
    return { ...rest, missing: [name, ...rest.missing.filter((each) => targets.includes(each))] };
}
function describeUnknown(missing, targets, names) {
    const isGiven = targets.includes(missing);
    const wrong = isGiven ? 'is no target of the bake files' : `names none, and the bake files have no ${missing} target or group`;
    const accepted = `${hintFor(missing, names)}there are ${names.join(', ')}`;
    return { where: 'targets', ...(isGiven ? { given: missing } : {}), wrong, accepted };
}
function describeUnreadable(files, cause) {
    const isThere = !cause.includes('no such file');
    const accepted = isThere ? 'mend the file' : 'name files that are there; a step before this one has to check the repository out';
    return { where: 'bake-files', given: files.join(', '), wrong: `cannot be read (${cause})`, accepted };
}
function describeOverride(given, printed) {
    if (printed.kind === 'printed')
        return [];
    const accepted = 'write target.key=value with a target and a key that bake knows, such as *.platform=linux/amd64';
    return [{ where: 'set', given, wrong: `is refused by bake (${printed.cause})`, accepted }];
}
/**
 * Every name of `vars` that is no variable of the files. Compose files, whose variables buildx does not list, may read any.
 * `BAKE_…` are bake's own. @see https://docs.docker.com/build/bake/variables/#built-in-variables
 */
function findUnknownVars({ files, vars }, variables) {
    if (files.some((file) => /\.ya?ml$/i.test(file)))
        return [];
    const unknown = Object.keys(vars).filter((name) => !variables.includes(name) && !name.startsWith('BAKE_'));
    const list = variables.length === 0 ? 'they have none' : `there are ${variables.join(', ')}`;
    return unknown.map((given) => ({
        where: 'vars',
        given,
        wrong: 'is no variable of the bake files',
        accepted: `${hintFor(given, variables)}${list}`,
    }));
}
function hintFor(name, names) {
    const hint = (0,problem/* nearest */.pA)(name, names);
    return hint === undefined ? '' : `did you mean ${hint}? `;
}

;// CONCATENATED MODULE: ./.build/host/bake-files.js







/**
 * Reads what the bake files say, through buildx, which is what builds them. Undefined where there are none. What stands in the way is a value,
 * and with it comes what other inputs are still checked against.
 */
async function readBakeFiles(raw, place) {
    const inputs = await (0,problem/* orProblem */.bC)(readInputs(raw));
    if (inputs === undefined)
        return undefined;
    if (!(inputs instanceof problem/* ProblemError */.Mm))
        return orUnread(printDefinition(inputs, place));
    if ((0,lists/* readItems */.F1)(raw['bake-files'] ?? '').length === 0)
        return { problem: inputs, known: [] };
    const rest = await readBakeFiles({ ...raw, set: '', vars: '' }, place); // those that may be wrong by themselves
    const unknown = rest !== undefined && 'problem' in rest ? rest.problem.problems.filter(({ where }) => where === 'targets') : [];
    return { problem: new problem/* ProblemError */.Mm([...inputs.problems, ...unknown]), known: rest?.known ?? 'any' };
}
async function readInputs(raw) {
    return (0,inputs/* parseBakeInputs */.E)((name) => raw[name] ?? '');
}
async function orUnread(reading) {
    const read = await (0,problem/* orProblem */.bC)(reading);
    return read instanceof problem/* ProblemError */.Mm ? { problem: read, known: 'any' } : read;
}
async function printDefinition(inputs, place) {
    const bake = await openBake(inputs, place);
    const [printed, listed, variables] = await Promise.all([
        bake.print(inputs),
        bake.listTargets(),
        Object.keys(inputs.vars).length > 0 ? bake.listVariables() : undefined,
    ]);
    const targets = (listed ?? []).filter(({ isGroup }) => !isGroup).map(({ name }) => name);
    const names = (listed ?? []).map(({ name }) => name);
    const problems = [
        ...(printed.kind === 'failed' ? await findMistakes({ bake, inputs, cause: printed.cause, names }) : []),
        ...(variables === undefined ? [] : findUnknownVars(inputs, variables)),
    ];
    if (printed.kind === 'printed' && problems.length === 0)
        return (0,definition/* readDefinition */.Ud)((0,parse_json/* parseObject */.l)(printed.text), inputs.files, targets);
    return { problem: new problem/* ProblemError */.Mm(problems), known: listed === undefined ? 'any' : targets };
}


/***/ }),

/***/ 9289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findBuildx)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2040);
/* harmony import */ var _registry_docker_config_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9673);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2328);





const PLUGIN = 'docker-buildx';
/** Where docker looks for plugins after the user's own, in its order. @see https://docs.docker.com/engine/extend/cli_plugins/ */
const SYSTEM_FOLDERS = [
    '/usr/local/lib/docker/cli-plugins',
    '/usr/local/libexec/docker/cli-plugins',
    '/usr/lib/docker/cli-plugins',
    '/usr/libexec/docker/cli-plugins',
];
/**
 * The program that `docker buildx` comes to in the end, to be run by itself: docker runs it once more before, to ask what it is, which
 * takes 90 ms in all. Undefined unless it is of one installation with the docker on PATH, so that whoever puts a program of their
 * own in docker's or buildx's place stays in charge.
 * @see https://github.com/docker/buildx#manual-download (it may be run without docker)
 */
async function findBuildx(environment, systemFolders = SYSTEM_FOLDERS) {
    const configFolder = (0,_registry_docker_config_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerConfigFolder */ .Pe)(environment);
    const [docker, plugin, config] = await Promise.all([
        firstProgram('docker', (environment.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)),
        firstProgram(PLUGIN, [node_path__WEBPACK_IMPORTED_MODULE_1__.join(configFolder, 'cli-plugins'), ...systemFolders]),
        (0,_read_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readJson */ .V)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(configFolder, 'config.json')),
    ]);
    if (docker === undefined || plugin === undefined || (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asList */ .DD)(config.cliPluginsExtraDirs).length > 0)
        return undefined;
    const installation = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(docker, '../..');
    const beside = ['lib', 'libexec'].map((folder) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(installation, folder, 'docker/cli-plugins', PLUGIN));
    return beside.includes(plugin) ? plugin : undefined;
}
async function firstProgram(name, folders) {
    const found = await Promise.all(folders.map((folder) => resolveProgram(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name))));
    return found.find((file) => file !== undefined);
}
/** The program itself, where the file is a link to it. */
async function resolveProgram(file) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(file);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PB: () => (/* binding */ abortOnSignals),
/* harmony export */   pj: () => (/* binding */ withGrace),
/* harmony export */   wj: () => (/* binding */ withTimeout)
/* harmony export */ });
/* unused harmony export Cancelled */
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8474);

/** An abort signal that SIGINT and SIGTERM set off; the reason names the signal. The runner cancels with SIGINT, then SIGTERM after 7.5 s. */
function abortOnSignals(source) {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM']) {
        source.on(name, () => controller.abort(new Cancelled(`cancelled by ${name}`)));
    }
    return controller.signal;
}
/** Aborted so many milliseconds after the other signal, for what is still to be read then. */
function withGrace(signal, graceMs) {
    const controller = new AbortController();
    const begin = () => setTimeout(() => controller.abort(signal.reason), graceMs).unref();
    if (signal.aborted)
        begin();
    signal.addEventListener('abort', begin, { once: true });
    return controller.signal;
}
/** The run was asked to stop, or ran out of its time. */
class Cancelled extends Error {
    name = 'Cancelled';
}
/** The signal, or a time limit, whichever comes first. */
function withTimeout(signal, timeoutMs) {
    const controller = new AbortController();
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, controller.signal); // every request and child listens
    const stop = (reason) => controller.abort(reason);
    const timer = setTimeout(() => stop(new Cancelled(`the time limit of ${Math.round(timeoutMs / 1000)} s (timeout) is over`)), timeoutMs);
    timer.unref();
    if (signal.aborted)
        stop(signal.reason);
    signal.addEventListener('abort', () => stop(signal.reason), { once: true });
    return controller.signal;
}


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ childEnvironment)
/* harmony export */ });
/** What other programs are started with: the action's inputs and state hold passwords, and no program but this one is to have them. */
function childEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(INPUT|STATE)_/.test(name)));
}


/***/ }),

/***/ 7305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ runPlugin)
/* harmony export */ });
/* harmony import */ var _plan_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3404);


/** What docker says of a command or flag that it does not know ends so; a plugin that is there points to its own help. */
const TO_DOCKERS_HELP = "'docker --help'";
/**
 * Runs a docker plugin that reads files.
 * @throws {ProblemError} where docker, or the plugin, is not there.
 */
async function runPlugin(command, { plugin, ...input }) {
    const result = await (0,_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)(command).catch(() => undefined);
    command.signal.throwIfAborted(); // how it ended says nothing then
    if (result !== undefined && !result.stderr.includes(TO_DOCKERS_HELP))
        return result;
    const wrong = `cannot be read without docker ${plugin}, which is not here`;
    throw new _plan_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ ...input, wrong, accepted: `install docker with its plugin ${plugin}` });
}


/***/ }),

/***/ 3404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8474);


/** How much of each output is kept, from its end. */
const KEPT_CHARACTERS = 1_048_576;
/** From SIGTERM to SIGKILL on cancellation: the runner gives us 10 s in all, we promise 5 (P8). */
const GRACE_MS = 3_000;
/**
 * Runs a program to its end, without a shell, in a process group of its own so that its children end with it.
 * On abort the group gets SIGTERM, and SIGKILL after three seconds.
 * @throws the spawn error where the program cannot be started (ENOENT, E2BIG).
 */
async function runProcess({ file, args, env, input, onOutput, onStart, signal }) {
    signal.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { env, detached: true, stdio: 'pipe' });
    if (child.pid !== undefined)
        onStart?.(child.pid);
    const stdout = keepTail(child.stdout, onOutput);
    const stderr = keepTail(child.stderr, onOutput);
    child.stdin.on('error', () => undefined); // a child may end without reading its input
    child.stdin.end(input ?? '');
    const endGroup = endGroupOnAbort(() => child.pid, signal);
    try {
        const [code, endedBy] = await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close'); // rejects with the spawn error
        return { code: code ?? undefined, signal: endedBy ?? undefined, stdout: stdout(), stderr: stderr() };
    }
    finally {
        endGroup();
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


/***/ }),

/***/ 6701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ isAncestorInGit),
/* harmony export */   YQ: () => (/* binding */ hasFiles),
/* harmony export */   bk: () => (/* binding */ readRefCommit),
/* harmony export */   dU: () => (/* binding */ readCommitTime),
/* harmony export */   lX: () => (/* binding */ readGit),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _plan_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3323);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3404);



/**
 * What the checkout says: its ref (a tag on the commit before the branch, as a detached checkout of a tag has it), commit and time.
 * @throws {ProblemError} where there is no commit to speak of.
 */
async function readGit(options) {
    const git = (...args) => runGit(args, options);
    const [sha, branch, tags, commitTime, remote] = await Promise.all([
        git('rev-parse', 'HEAD'),
        git('symbolic-ref', '--quiet', 'HEAD'),
        git('tag', '--points-at', 'HEAD', '--sort=-version:refname'),
        git('log', '-1', '--format=%cI'),
        git('for-each-ref', '--points-at=HEAD', '--format=%(refname:lstrip=3)', 'refs/remotes'),
    ]);
    if (sha === undefined || commitTime === undefined) {
        throw new _plan_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({
            where: 'ref-source',
            given: 'git',
            wrong: 'finds no commit here',
            accepted: 'run in a git work tree with at least one commit, or give ref',
        });
    }
    const tag = firstLine(tags);
    const remoteBranch = firstLine(remote?.replace(/^HEAD$/m, '').trim());
    const detached = tag !== undefined ? `refs/tags/${tag}` : remoteBranch === undefined ? '' : `refs/heads/${remoteBranch}`;
    return { ref: branch ?? detached, sha, commitTime };
}
/** When a commit was made (ISO 8601), if this checkout has it. */
async function readCommitTime(sha, options) {
    return runGit(['show', '--no-patch', '--format=%cI', `${sha}^{commit}`], options);
}
/** The commit that a ref names in this checkout; of a branch or pull request that has no local ref, as the remote had it. */
async function readRefCommit(ref, options) {
    const tracked = ref.replace(/^refs\/heads\//, 'refs/remotes/origin/').replace(/^refs\/pull\//, 'refs/remotes/pull/');
    const read = (name) => runGit(['show', '--no-patch', '--format=%H %cI', `${name}^{commit}`], options);
    const [sha = '', commitTime] = ((await read(ref)) ?? (tracked === ref ? undefined : await read(tracked)))?.split(' ') ?? [];
    return sha === '' ? undefined : { sha, commitTime };
}
/** The commit that is checked out in that folder, if any. */
async function readHead(folder, options) {
    return runGit(['-C', folder, 'rev-parse', 'HEAD'], options);
}
/** Whether commit `older` is an ancestor of `newer`; undefined where this checkout does not hold both. */
async function isAncestorInGit(older, newer, options) {
    const result = await start(['merge-base', '--is-ancestor', older, newer], options);
    return result?.code === 0 ? true : result?.code === 1 ? false : undefined;
}
/** Whether the folder holds anything to build from. */
async function hasFiles(folder) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => [])).length > 0;
}
async function runGit(args, options) {
    const result = await start(args, options);
    return result?.code === 0 ? result.stdout.trim() : undefined;
}
/** A job in a container does not own its checkout, and git would not look at it. On a desk that is nobody's to allow. */
async function start(args, { environment, signal }) {
    const trusting = environment.GITHUB_ACTIONS === 'true' ? ['-c', 'safe.directory=*'] : [];
    return (0,_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .runProcess */ .R)({ file: 'git', args: [...trusting, ...args], env: environment, signal }).catch(() => undefined); // no git is no answer
}
function firstLine(text) {
    const line = text?.split('\n')[0];
    return line === '' ? undefined : line;
}


/***/ }),

/***/ 6426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ askTag),
/* harmony export */   Lm: () => (/* binding */ askCommit),
/* harmony export */   Mc: () => (/* binding */ githubApi),
/* harmony export */   X3: () => (/* binding */ askGitHub),
/* harmony export */   i7: () => (/* binding */ isAncestorOnGitHub)
/* harmony export */ });
/** How long one question may take. */
const TIMEOUT_MS = 10_000;
const API_URL = 'https://api.github.com';
/** The API of the GitHub that the run belongs to. */
function githubApi({ environment, signal }, question) {
    return { ...question, apiUrl: environment.GITHUB_API_URL || API_URL, signal };
}
/**
 * Asks for the repository and the commit, at once. The API is optional: a failure is a reason, never an error.
 * octokit is loaded here and nowhere else, so that a run that needs no API does not pay for it.
 */
async function askGitHub(wanted, api) {
    const failures = [];
    const octokit = await connect(api);
    const [owner = '', repo = ''] = api.repository.split('/');
    const note = (what) => (error) => {
        failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    };
    const [repository, commit] = await Promise.all([
        wanted.repository ? octokit.request('GET /repos/{owner}/{repo}', { owner, repo }).catch(note('repository')) : undefined,
        wanted.commit === undefined
            ? undefined
            : octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref: wanted.commit }).catch(note('commit')),
    ]);
    return { repository: asJson(repository?.data), commit: asJson(commit?.data), failures };
}
/**
 * The commit that a ref has on GitHub, or why that is not known.
 * @see https://docs.github.com/en/rest/commits/commits#get-a-commit (`heads/BRANCH_NAME`, `tags/TAG_NAME`)
 */
async function askCommit(ref, api) {
    const octokit = await connect(api);
    const [owner = '', repo = ''] = api.repository.split('/');
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref: ref.replace(/^refs\//, '') });
        return { sha: data.sha, commitTime: data.commit.committer?.date };
    }
    catch (error) {
        return { failure: describeFailure(error) };
    }
}
/** Whether commit `older` is an ancestor of `newer`, by the compare API; undefined where it cannot say. */
async function isAncestorOnGitHub(older, newer, api) {
    const octokit = await connect(api);
    const [owner = '', repo = ''] = api.repository.split('/');
    const answer = await octokit
        .request('GET /repos/{owner}/{repo}/compare/{basehead}', { owner, repo, basehead: `${older}...${newer}`, per_page: 1 })
        .catch(() => undefined);
    return answer === undefined ? undefined : ['ahead', 'identical'].includes(answer.data.status);
}
/**
 * What GitHub says of a tag and its signature.
 * @see https://docs.github.com/en/rest/git/tags#get-a-tag
 */
async function askTag(name, api) {
    const octokit = await connect(api);
    const [owner = '', repo = ''] = api.repository.split('/');
    try {
        const ref = await octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: `tags/${name}` });
        if (ref.data.object.type !== 'tag')
            return { kind: 'lightweight' };
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { owner, repo, tag_sha: ref.data.object.sha });
        const { verified = false, reason = 'unsigned' } = data.verification ?? {};
        return { kind: 'annotated', name: data.tag, target: data.object.sha, verified, reason };
    }
    catch (error) {
        return { kind: 'unknown', reason: describeFailure(error) };
    }
}
function describeFailure(error) {
    return `GitHub's API answers ${error instanceof Error ? error.message : String(error)}`;
}
/** Without a token public repositories still answer. */
async function connect({ token, apiUrl, signal }) {
    const { GitHub } = await __nccwpck_require__.e(/* import() */ 845).then(__nccwpck_require__.bind(__nccwpck_require__, 1845));
    const request = { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) };
    return new GitHub({ baseUrl: apiUrl, request, ...(token === '' ? {} : { auth: `token ${token}` }) });
}
/** An answer of the API is JSON, whatever octokit's types call it. */
function asJson(data) {
    return data === undefined ? undefined : data;
}


/***/ }),

/***/ 4776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ firstLine),
/* harmony export */   f: () => (/* binding */ lastLine)
/* harmony export */ });
/** The last line of what a program said, which is where most of them tell what went wrong. */
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.trim() || 'without a word';
}
/** The first line of what a program said: of those that also tell what came of it, such as tar. */
function firstLine(text) {
    return text.trim().split('\n')[0]?.trim() || 'without a word';
}


/***/ }),

/***/ 6466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N3: () => (/* binding */ readIntent),
  uy: () => (/* binding */ readNamingInputs),
  Ec: () => (/* binding */ withEnvironment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./.build/plan/bake/inputs.js
var inputs = __nccwpck_require__(9151);
// EXTERNAL MODULE: ./.build/plan/bake/name-targets.js + 29 modules
var name_targets = __nccwpck_require__(6596);
// EXTERNAL MODULE: ./.build/plan/early-inputs.js
var early_inputs = __nccwpck_require__(2353);
// EXTERNAL MODULE: ./.build/plan/inputs.js + 8 modules
var plan_inputs = __nccwpck_require__(1020);
// EXTERNAL MODULE: ./.build/plan/libraries.js
var plan_libraries = __nccwpck_require__(5331);
// EXTERNAL MODULE: ./.build/plan/lists.js
var lists = __nccwpck_require__(1497);
// EXTERNAL MODULE: ./.build/plan/reference.js
var reference = __nccwpck_require__(8229);
;// CONCATENATED MODULE: ./.build/plan/naming.js

/** Where the image goes, each once: its images, and what single tags are for. */
function repositoriesOf({ images, tags }) {
    const named = [...images, ...tags.flatMap(({ only }) => (only === undefined ? [] : [only]))];
    return [...new Map(named.map((repository) => [(0,reference/* formatRepository */.Sh)(repository), repository])).values()];
}

// EXTERNAL MODULE: ./.build/plan/naming-inputs.js
var naming_inputs = __nccwpck_require__(162);
// EXTERNAL MODULE: ./.build/plan/bake/definition.js
var definition = __nccwpck_require__(7927);
// EXTERNAL MODULE: ./.build/plan/build-context.js
var build_context = __nccwpck_require__(5702);
// EXTERNAL MODULE: ./.build/plan/problem.js
var plan_problem = __nccwpck_require__(3323);
;// CONCATENATED MODULE: ./.build/plan/build-plan.js


/** Completes the build inputs with what follows from the run: the default context, provenance and time stamp. */
function makeBuildPlan({ inputs, secretIds, context, hasCheckout, givenEpoch }) {
    const ownGit = gitContext(context);
    const usual = hasCheckout || ownGit === undefined ? '.' : ownGit;
    const fill = (text) => text.replace(build_context/* DEFAULT_CONTEXT */.A2, ownGit ?? '.');
    const fillNamed = (pair) => pair.replace(/^([^=]+=)(.*)$/s, (_, name, value) => `${name}${fill(value)}`);
    return {
        ...inputs,
        context: inputs.context === '' ? usual : fill(inputs.context),
        buildContexts: inputs.buildContexts.map(fillNamed),
        usualProvenance: usualProvenance(context),
        secretIds,
        sourceDateEpoch: readEpoch(givenEpoch) ?? epochSeconds(context.commitTime),
    };
}
/** The Git context of the commit, as build-push-action's default. @see https://docs.docker.com/build/concepts/context/#git-repositories */
function gitContext({ repository, run, sha }) {
    const known = repository.fullName !== '' && run.serverUrl !== '' && sha !== '';
    return known ? `${run.serverUrl}/${repository.fullName}.git#${sha}` : undefined;
}
/** Full provenance for public sources, where it tells no secret; elsewhere buildx's own default (minimal). */
function usualProvenance({ repository, run }) {
    if (repository.private !== false || run.id === '')
        return '';
    return `mode=max,builder-id=${run.serverUrl}/${repository.fullName}/actions/runs/${run.id}/attempts/${run.attempt}`;
}
/** @throws {ProblemError} @see https://reproducible-builds.org/specs/source-date-epoch/ */
function readEpoch(given) {
    const text = given?.trim() ?? '';
    if (text === '')
        return undefined;
    if (/^\d{1,12}$/.test(text))
        return Number(text);
    throw new plan_problem/* ProblemError */.Mm({ where: 'SOURCE_DATE_EPOCH', given: text, wrong: 'is no time', accepted: 'write whole seconds since 1970' });
}
function epochSeconds(time) {
    const milliseconds = Date.parse(time ?? '');
    return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

// EXTERNAL MODULE: ./.build/plan/checked-out.js
var checked_out = __nccwpck_require__(112);
// EXTERNAL MODULE: ./.build/plan/definition.js + 1 modules
var plan_definition = __nccwpck_require__(1410);
// EXTERNAL MODULE: ./.build/plan/distinct-tags.js
var distinct_tags = __nccwpck_require__(4530);
// EXTERNAL MODULE: ./.build/plan/checks.js + 1 modules
var plan_checks = __nccwpck_require__(804);
// EXTERNAL MODULE: ./.build/plan/platform.js
var platform = __nccwpck_require__(6141);
;// CONCATENATED MODULE: ./.build/plan/image-checks.js


/** The gates of one image: those that are for all targets, and for its own, on its own platforms as far as they are known. */
function checksFor({ target, platforms }, { checks, services }) {
    const own = platforms.map(platform/* formatPlatform */.B);
    const isOwn = (platform) => own.length === 0 || own.includes(platform);
    const tests = checks.tests.filter((test) => test.target === undefined || test.target === target);
    return {
        ...checks,
        tests,
        services: servicesFor(target, services, tests.length > 0),
        testPlatforms: checks.testPlatforms.filter(isOwn),
        maxSizes: limitsFor(target, checks.maxSizes).filter(({ platform }) => platform === undefined || isOwn(platform)),
    };
}
/** Images that are neither among the services nor tested otherwise need none of them. */
function servicesFor(target, services, isTested) {
    const tested = services?.filter((service) => service.target === target).map(({ name }) => name) ?? [];
    const isNeeded = tested.length > 0 || isTested || target === '';
    return services === undefined || !isNeeded ? undefined : { names: services.map(({ name }) => name), tested };
}
/** A target's own limit stands in place of the common one. */
function limitsFor(target, all) {
    const limits = all.filter((limit) => limit.target === undefined || limit.target === target);
    const hasOwn = limits.some((limit) => limit.target !== undefined);
    return limits.filter((limit) => !hasOwn || limit.target !== undefined || limit.platform !== undefined);
}
/** Gates that would hold for nothing, and so let everything pass. What is for another target than those of this run says nothing. */
function findIdleGates(images, given) {
    return images.length === 0 ? idleWithoutImage(given) : [...untestedImages(images, given), ...idleServices(images, given)];
}
function idleWithoutImage({ checks, services }) {
    const isForAll = ({ target }) => target === undefined;
    const gates = {
        test: checks.tests.some(isForAll),
        'test-services': services !== undefined,
        'max-size': checks.maxSizes.some(isForAll),
        'max-growth': checks.maxGrowth !== undefined,
    };
    const accepted = 'name one in images, or leave it out';
    return Object.entries(gates).flatMap(([where, isGiven]) => isGiven ? [{ where, wrong: 'is for no image, since this run makes none', accepted }] : []);
}
function untestedImages(images, { checks }) {
    const untested = images.filter((image) => (0,plan_checks/* hasTests */.uG)(image.checks) && image.checks.testPlatforms.length === 0);
    if (checks.testPlatforms.length === 0)
        return [];
    return untested.map(({ target, platforms }) => ({
        where: 'test-platforms',
        given: checks.testPlatforms.join(', '),
        wrong: `leaves nothing of target ${target} to be tested`,
        accepted: `it is for ${platforms.map(platform/* formatPlatform */.B).join(', ')}: name one of these too, or write tests for other targets alone (target: command)`,
    }));
}
function idleServices(images, { services }) {
    if (services === undefined || images.some(({ checks }) => checks.services !== undefined))
        return [];
    const accepted = 'give the service that is one its image (image: in the compose file), or write a test';
    return [
        {
            where: 'test-services',
            given: services.map(({ name }) => name).join(', '),
            wrong: 'are no image of this run, and nothing is tested',
            accepted,
        },
    ];
}

// EXTERNAL MODULE: ./.build/plan/json.js
var json = __nccwpck_require__(2040);
;// CONCATENATED MODULE: ./.build/plan/push-decision.js

/** Decides whether the image is published. `auto` publishes on trusted events where every registry has a login. */
function decidePush({ wish, context, repositories, canLogIn, passwordless }) {
    if (wish === 'never')
        return { push: false, reason: 'push: false' };
    if (wish === 'always')
        return { push: true, reason: 'push: true' };
    const foreign = foreignHead(context);
    if (foreign !== undefined)
        return { push: false, reason: foreign };
    if (repositories.length === 0)
        return { push: false, reason: 'no image is named' };
    const missing = new Set(repositories.map(({ registry }) => registry).filter((registry) => !canLogIn(registry)));
    const described = [...missing].map((registry) => (passwordless.includes(registry) ? `${registry} (the password is empty)` : registry));
    if (described.length > 0)
        return { push: false, reason: `there are no credentials for ${described.join(', ')}` };
    return { push: true, reason: 'credentials are there and the event is trusted' };
}
/** Why this run is not trusted with secrets, and gets none: the code being built is not the repository's own; undefined where it is. */
function foreignHead({ event, repository }) {
    if ((0,json/* asText */.e1)((0,json/* asObject */.eB)(event.payload.sender).login) === 'dependabot[bot]')
        return 'Dependabot’s runs get no secrets';
    const pull = (0,json/* asObject */.eB)(event.payload.pull_request);
    const head = (0,json/* asObject */.eB)((0,json/* asObject */.eB)(pull.head).repo);
    const run = (0,json/* asObject */.eB)(event.payload.workflow_run);
    const from = event.name === 'workflow_run' ? (0,json/* asText */.e1)((0,json/* asObject */.eB)(run.head_repository).full_name) : (0,json/* asText */.e1)(head.full_name);
    const involved = event.name === 'workflow_run' || event.payload.pull_request !== undefined;
    if (!involved || from === repository.fullName)
        return undefined;
    return event.name === 'workflow_run' ? 'the triggering workflow ran for a fork' : 'this is a pull request from a fork';
}

;// CONCATENATED MODULE: ./.build/plan/plan.js










/**
 * Makes the plan.
 * @throws {ProblemError} where something is to be published and there is no image or no tag for it, where an optional registry
 *   is none of the destinations, where a secret would be published as a build argument, label or annotation, where another commit than the
 *   ref's would be built, or where a gate would hold for nothing.
 */
function makePlan({ inputs, namings, context, hasCheckout, canLogIn, hash, givenEpoch, services }) {
    const gates = { checks: inputs.checks, services };
    const named = namings.map((each) => ({
        ...each,
        destinations: makeDestinations(each, inputs.registries.optional),
        checks: checksFor(each, gates),
    }));
    const repositories = named.flatMap(({ destinations }) => destinations.map(({ repository }) => repository));
    const push = decidePush({ wish: inputs.push, context, repositories, canLogIn, passwordless: inputs.registries.passwordless });
    const secretIds = inputs.secrets.map(({ id }) => id);
    const build = makeBuildPlan({ inputs: inputs.build, secretIds, context, hasCheckout, givenEpoch });
    const problems = [
        ...(0,checked_out/* otherCheckout */.x)(build, context),
        ...unusedOptional(inputs, repositories),
        ...publishedSecrets(inputs, namings),
        ...sharedTags(named),
        ...findIdleGates(named, gates),
        ...(push.push ? nothingToPublish(named) : []),
    ];
    if (problems.length > 0)
        throw new plan_problem/* ProblemError */.Mm(problems);
    return {
        source: { ref: context.ref, sha: context.sha, event: context.event.name, repository: context.repository.fullName },
        images: named.map(({ target, platforms, naming, destinations, checks }) => ({
            target,
            platforms,
            naming,
            imprint: (0,plan_definition/* makeImprint */.e)({ target, naming, platforms, build, context, hash }),
            destinations,
            checks,
        })),
        build,
        signedTag: inputs.signedTag,
        push,
        load: inputs.load,
    };
}
function makeDestinations({ target, naming }, optional) {
    const images = new Set(naming.images.map(reference/* formatRepository */.Sh));
    return repositoriesOf(naming).map((repository) => {
        const name = (0,reference/* formatRepository */.Sh)(repository);
        const tags = naming.tags.filter(({ only }) => (only === undefined ? images.has(name) : (0,reference/* formatRepository */.Sh)(only) === name));
        return { repository, optional: optional.includes(repository.registry), tags: (0,distinct_tags/* distinctTags */.Q)(tags, (tag) => tag.name), target };
    });
}
function nothingToPublish(named) {
    const accepted = 'write at least one, such as ghcr.io/owner/app, or push: false';
    if (named.every(({ destinations }) => destinations.length === 0))
        return [{ where: 'images', wrong: 'names no image to publish', accepted }];
    return named.filter(({ naming }) => naming.tags.length === 0).map(describeUntagged);
}
function describeUntagged({ target, naming }) {
    const reasons = naming.rules.map(({ rule, reason }) => `${rule} (${reason ?? 'gave nothing'})`);
    const accepted = reasons.length === 0 ? 'no rule is for this target' : `every rule gave nothing: ${reasons.join('; ')}`;
    return { where: 'tags', wrong: target === '' ? 'gives no tag' : `gives no tag for target ${target}`, accepted };
}
/** Two images cannot have one tag. */
function sharedTags(named) {
    const owners = new Map();
    return named.flatMap(({ target, destinations }) => destinations.flatMap(({ repository, tags }) => tags.flatMap(({ name }) => {
        const given = `${(0,reference/* formatRepository */.Sh)(repository)}:${name}`;
        const owner = owners.get(given) ?? target;
        owners.set(given, owner);
        const accepted = 'give each target a repository of its own, or tags of its own (a suffix, or a rule with target=)';
        return owner === target ? [] : [{ where: 'tags', given, wrong: `would be the image of both ${owner} and ${target}`, accepted }];
    })));
}
function unusedOptional({ registries }, repositories) {
    const used = new Set(repositories.map(({ registry }) => registry));
    return registries.optional
        .filter((registry) => used.size > 0 && !used.has(registry))
        .map((given) => ({
        where: 'optional-registries',
        given,
        wrong: 'is not the registry of any image',
        accepted: `registries of the images: ${[...used].join(', ')}`,
    }));
}
/** A build argument, label or annotation is published in the image's history and provenance: no place for a password or a build secret. */
function publishedSecrets(inputs, namings) {
    const values = [
        ...inputs.registries.logins.map(({ password }) => password),
        ...inputs.secrets.map((secret) => (secret.kind === 'value' ? secret.value : '')),
        inputs.githubToken,
    ];
    const secrets = new Set(values.map((value) => value.trim()).filter((value) => value !== ''));
    const isSecret = ([, value]) => secrets.has(value.trim());
    const problem = (where, key) => ({
        where,
        given: key,
        wrong: 'has the value of a secret, and would be published in the image',
        accepted: 'hand it over as a build secret (secrets, secret-envs or secret-files)',
    });
    const targets = inputs.build.bake?.targets ?? [];
    const inTargets = (key) => targets.flatMap((target) => Object.entries((0,definition/* mapOf */.A7)(target, key)).filter(isSecret));
    return [
        ...inTargets('args').map(([key]) => problem('bake-files, args', key)),
        ...inTargets('labels').map(([key]) => problem('bake-files, labels', key)),
        ...inputs.build.buildArgs.filter(isSecret).map(([key]) => problem('build-args', key)),
        ...keysOf(namings, ({ labels }) => Object.entries(labels).filter(isSecret)).map((key) => problem('labels', key)),
        ...keysOf(namings, ({ annotations }) => annotations.map(({ key, value }) => [key, value]).filter(isSecret)).map((key) => problem('annotations', key)),
    ];
}
/** Each key once, however many images have it. */
function keysOf(namings, list) {
    return [...new Set(namings.flatMap(({ naming }) => list(naming).map(([key]) => key)))];
}

;// CONCATENATED MODULE: ./.build/plan/services.js



/**
 * Reads what `docker compose config --format json` prints.
 * @throws {ProblemError} where there is no service in it.
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md
 */
function readStack(printed) {
    const services = Object.entries((0,json/* asObject */.eB)(printed.services)).map(([name, service]) => readService(name, (0,json/* asObject */.eB)(service)));
    if (services.length === 0) {
        const accepted = 'write at least one; those with profiles are up where COMPOSE_PROFILES names one of these';
        throw new plan_problem/* ProblemError */.Mm({ where: 'test-services', wrong: 'bring no service up', accepted });
    }
    return { services, source: printed };
}
function readService(name, { image, build }) {
    return { name, image: readImage((0,json/* asText */.e1)(image)), build: build === undefined || build === null ? undefined : JSON.stringify(build) };
}
function readImage(text) {
    try {
        return text === undefined ? undefined : (0,reference/* parseRepository */.SU)(text.replace(/@.*$/, '').replace(/:[^:/]*$/, ''));
    }
    catch {
        return undefined;
    }
}
/**
 * Says which services are images of the run: those that have the name of one, or else are called like its target; for the only image of a
 * run where there is none, those that are built.
 * @throws {ProblemError} where a service could be several images, services are built of different things and nothing tells which of them is
 *   the image, or one has to be built and is none of them.
 */
function placeImages({ services }, images) {
    const named = (0,plan_problem/* collectAll */._U)(services, (service) => ({ ...service, target: findImage(service, images) }));
    const isAlone = images.some(({ target }) => target === '');
    const placed = isAlone && named.every(({ target }) => target === undefined) ? placeAlone(named) : named;
    const unmade = placed.filter(({ build, image, target }) => build !== undefined && image === undefined && target === undefined);
    if (unmade.length === 0)
        return placed.map(({ name, target }) => ({ name, target }));
    throw new plan_problem/* ProblemError */.Mm({
        where: 'test-services',
        given: listNames(unmade),
        wrong: 'would have to be built, and this step builds only its own images',
        accepted: 'give each an image that can be pulled (image: in the compose file), or the name of an image of this step',
    });
}
/** Of several that share its repository, the one whose target it is called like. */
function findImage({ name, image }, images) {
    const isNamed = ({ repositories }) => image !== undefined && repositories.map(reference/* formatRepository */.Sh).includes((0,reference/* formatRepository */.Sh)(image));
    const owners = images.filter(isNamed).map(({ target }) => target);
    const namesake = images.find(({ target }) => target === name)?.target;
    const [only, ...others] = owners;
    if (only === undefined)
        return namesake;
    if (others.length === 0)
        return only;
    if (namesake !== undefined && owners.includes(namesake))
        return namesake;
    throw new plan_problem/* ProblemError */.Mm({
        where: 'test-services',
        given: name,
        wrong: `has the image of ${owners.join(' and of ')}`,
        accepted: 'call it like the target that it is',
    });
}
function placeAlone(services) {
    const built = services.filter(({ build }) => build !== undefined);
    if (new Set(built.map(({ build }) => build)).size <= 1)
        return services.map((service) => (service.build === undefined ? service : { ...service, target: '' }));
    throw new plan_problem/* ProblemError */.Mm({
        where: 'test-services',
        given: listNames(built),
        wrong: 'are built of different things, and none of them has an image that images names',
        accepted: 'give the service under test the image (image: in the compose file) that is published',
    });
}
function listNames(services) {
    return services.map(({ name }) => name).join(', ');
}

// EXTERNAL MODULE: ./.build/host/bake-files.js + 2 modules
var bake_files = __nccwpck_require__(7336);
// EXTERNAL MODULE: ./.build/registry/docker-config.js
var docker_config = __nccwpck_require__(9673);
// EXTERNAL MODULE: ./.build/registry/host.js
var host = __nccwpck_require__(4404);
// EXTERNAL MODULE: ./.build/registry/hub.js
var hub = __nccwpck_require__(8875);
;// CONCATENATED MODULE: ./.build/host/credentials.js



const GHCR = 'ghcr.io';
/** An input wins over the docker configuration, and that over the runner's token. @throws {ProblemError} where the configuration cannot be read. */
async function readLogins({ environment, signal, desk }, inputs) {
    const config = desk?.acted?.dockerConfig ?? (await (0,docker_config/* readDockerConfig */.TO)(environment));
    const named = inputs.registries.logins;
    const isNamed = (registry) => named.some((login) => login.registry === registry);
    const token = isNamed(GHCR) || mayKnow(config, GHCR) ? undefined : runnerLogin(environment, inputs.githubToken);
    const given = token === undefined ? named : [...named, token];
    const needsNone = (registry) => (0,host/* isLoopback */.U)(registry) || inputs.registries.insecure.includes(registry);
    return {
        given,
        has: (registry) => given.some((login) => login.registry === registry) || mayKnow(config, registry) || needsNone(registry),
        find: async (registry) => {
            const login = given.find((each) => each.registry === registry);
            if (login === undefined)
                return (0,docker_config/* findCredentials */.gD)(config, registry, { environment, signal });
            return { kind: 'password', username: login.username, password: login.password };
        },
    };
}
/** Packages of the repository's owner may be written with the job's token, where the job has the right to. */
function runnerLogin({ GITHUB_ACTIONS, GITHUB_ACTOR }, token) {
    if (GITHUB_ACTIONS !== 'true' || token === '')
        return undefined;
    return { registry: GHCR, username: GITHUB_ACTOR || 'github-actions', password: token };
}
/** A store for all registries is not asked before there is something to publish. */
function mayKnow({ auths, credentialHelpers, credentialStore }, registry) {
    const hosts = [...Object.keys(auths), ...Object.keys(credentialHelpers)].map(hub/* canonicalHost */.r);
    return (credentialStore ?? '') !== '' || hosts.includes(registry);
}

// EXTERNAL MODULE: ./.build/host/git.js
var host_git = __nccwpck_require__(6701);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./.build/host/named-files.js




/** Reads the files that an input names, one a line, from the working folder. What cannot be read says why. */
function readNamedFiles(list) {
    return Promise.all((0,lists/* readLines */.Se)(list).map(async (file) => ({ path: file, content: await readText(file) })));
}
/** What a path leads to; undefined where there is nothing. */
function look(given) {
    if (!(0,external_node_fs_.existsSync)(given))
        return undefined;
    return (0,external_node_fs_.statSync)(given).isDirectory() ? 'folder' : 'file';
}
/** What stands against the path that `source` names, as far as it is seen without reading it; undefined for nothing. */
async function findSourceFailure(input) {
    const [given] = (0,lists/* readLines */.Se)(input);
    if (given === undefined || given.startsWith('docker-daemon:'))
        return undefined;
    const found = await (0,promises_.stat)(given).catch(() => undefined);
    if (found === undefined)
        return 'is not there';
    const index = found.isDirectory() ? await (0,promises_.stat)(external_node_path_.join(given, 'index.json')).catch(() => undefined) : found;
    return index === undefined ? 'is a folder without index.json, and so no OCI layout' : undefined;
}
async function readText(file) {
    try {
        return { text: await (0,promises_.readFile)(file, 'utf8') };
    }
    catch (error) {
        return { failure: describeUnreadable(error) };
    }
}
function describeUnreadable(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
}

// EXTERNAL MODULE: ./.build/plan/make-context.js
var make_context = __nccwpck_require__(5386);
// EXTERNAL MODULE: ./.build/plan/parse-json.js
var parse_json = __nccwpck_require__(4058);
// EXTERNAL MODULE: ./.build/host/github.js
var github = __nccwpck_require__(6426);
;// CONCATENATED MODULE: ./.build/host/given-ref.js



/**
 * The ref that the input `ref` names, with its commit: the event's where it is the event's own ref, else what the checkout or GitHub says.
 * Where no event speaks, the commit that is checked out stands in for one that is not known: the tag may be yet to be made.
 * @throws {ProblemError} where its commit is not known.
 */
async function readGivenRef(ref, own, means) {
    const { host, refSource, folder, isRehearsed } = means;
    const ownCommit = { sha: own.sha, commitTime: own.commitTime };
    if (ref === own.ref || (refSource === 'workflow' && isOfEvent(ref, host.environment)))
        return { git: { ...ownCommit, ref } };
    const head = await (0,host_git/* readHead */.zy)(folder, host);
    const found = await findCommit(ref, head, means);
    host.signal.throwIfAborted();
    if (!('failure' in found)) {
        const built = head === undefined || isRehearsed ? found : await behindBranch(ref, { tip: found, head }, means);
        return { git: { ...built, ref }, checkedOut: isRehearsed ? undefined : head };
    }
    if (isRehearsed || refSource === 'git' || own.event.name === '')
        return { git: { ...ownCommit, ref } };
    throw new plan_problem/* ProblemError */.Mm({
        where: 'ref',
        given: ref,
        wrong: `has no commit that is known (no checkout here has it, and ${found.failure})`,
        accepted: 'check it out (actions/checkout with this ref, or with fetch-depth: 0), or give github-token',
    });
}
/** Other names of the event's own ref: on pull_request_target it is not GITHUB_REF, and a pull request has a branch. */
function isOfEvent(ref, { GITHUB_REF, GITHUB_HEAD_REF = '' }) {
    return ref === GITHUB_REF || (GITHUB_HEAD_REF !== '' && ref === `refs/heads/${GITHUB_HEAD_REF}`);
}
/** A checkout knows tags. What it knows of a branch that it has not checked out may be of an earlier day: GitHub is asked before. */
async function findCommit(ref, head, { host, api }) {
    const inGit = await (0,host_git/* readRefCommit */.bk)(ref, host);
    const isTrusted = ref.startsWith('refs/tags/') || inGit?.sha === head || api === undefined;
    if (inGit !== undefined && isTrusted)
        return inGit;
    const answer = api === undefined ? { failure: 'GitHub is not asked' } : await (0,github/* askCommit */.Lm)(ref, api);
    return 'failure' in answer ? (inGit ?? answer) : answer;
}
/** A branch may have moved on since it was checked out; what is built then is a commit of it all the same. */
async function behindBranch(ref, { tip, head }, { host, api }) {
    if (tip.sha === head || !ref.startsWith('refs/heads/'))
        return tip;
    const isBehind = (await (0,host_git/* isAncestorInGit */.JA)(head, tip.sha, host)) ?? (api && (await (0,github/* isAncestorOnGitHub */.i7)(head, tip.sha, api)));
    return isBehind === true ? { sha: head, commitTime: await (0,host_git/* readCommitTime */.dU)(head, host) } : tip;
}

;// CONCATENATED MODULE: ./.build/host/read-context.js











/**
 * Reads all that is known about the run: event, environment, git and the GitHub API, each only where it is needed.
 * On a desk a dry run asks no network. The inputs are not checked yet: what is wrong with them is told later, all at once.
 */
async function readContext(host, raw) {
    const { environment, signal } = host;
    const { prHeadSha, ref, refSource } = (0,early_inputs/* presumeEarlyInputs */.o)(raw);
    const event = {
        environment,
        payload: host.desk?.acted?.payload ?? (await readEvent(environment.GITHUB_EVENT_PATH)),
        git: await readGitWhereWanted(host, refSource, ref),
        prHeadSha,
        now: new Date().toISOString(),
    };
    const own = (0,make_context/* makeContext */.og)(event);
    const api = findApi(host, raw, own);
    const folder = (0,build_context/* checkoutFolder */.Dv)(raw.context?.trim() ?? '', (0,lists/* readItems */.F1)(raw['bake-files'] ?? '').length > 0);
    const isRehearsed = host.desk !== undefined && isDryRun(raw);
    const given = ref === '' ? {} : await readGivenRef(ref, own, { host, api, refSource, folder, isRehearsed });
    const complete = (more) => (0,make_context/* makeContext */.og)({ ...event, ...given, ...more });
    const context = complete({});
    const commitTime = (0,make_context/* lacksCommitTime */.$R)(context) ? await (0,host_git/* readCommitTime */.dU)(context.sha, host) : undefined;
    const wanted = {
        repository: (0,make_context/* lacksRepository */.DR)(context),
        commit: (0,make_context/* lacksCommitTime */.$R)(context) && commitTime === undefined ? context.sha : undefined,
    };
    if (api === undefined || (!wanted.repository && wanted.commit === undefined))
        return complete({ commitTime });
    const answers = await (0,github/* askGitHub */.X3)(wanted, api);
    signal.throwIfAborted();
    if (answers.failures.length > 0)
        host.log.notice(`The GitHub API did not answer; labels are made without it (${answers.failures.join('; ')})`);
    return complete({ commitTime, repositoryAnswer: answers.repository, commitAnswer: answers.commit });
}
/** Where GitHub is asked: from a runner always, from a desk with a token and where it is no dry run. */
function findApi(host, raw, { repository }) {
    const token = raw['github-token']?.trim() ?? '';
    const onRunner = host.environment.GITHUB_ACTIONS === 'true' && host.desk?.acted === undefined;
    const mayAsk = onRunner || (token !== '' && !isDryRun(raw));
    if (!mayAsk || !repository.fullName.includes('/'))
        return undefined;
    return (0,github/* githubApi */.Mc)(host, { token, repository: repository.fullName });
}
/** On a desk there is no event: git speaks for it. */
function readGitWhereWanted({ environment, signal }, refSource, ref) {
    const git = () => (0,host_git/* readGit */.lX)({ environment, signal });
    if (refSource === 'git')
        return git();
    const onDesk = !environment.GITHUB_EVENT_NAME;
    if (!onDesk)
        return Promise.resolve(undefined);
    return ref === '' ? git() : git().catch(() => undefined);
}
async function readEvent(file) {
    if (!file)
        return {};
    const event = (0,parse_json/* parseJson */.q)(await (0,promises_.readFile)(file, 'utf8').catch(() => '{}'));
    if (event === undefined)
        throw new plan_problem/* ProblemError */.Mm({ where: 'GITHUB_EVENT_PATH', given: file, wrong: 'holds no JSON', accepted: 'the event as GitHub writes it' });
    return (0,json/* asObject */.eB)(event);
}
/** Before the inputs are checked. */
function isDryRun(raw) {
    return /^true$/i.test(raw['dry-run']?.trim() ?? '');
}

// EXTERNAL MODULE: ./.build/host/docker-plugin.js
var docker_plugin = __nccwpck_require__(7305);
// EXTERNAL MODULE: ./.build/host/last-line.js
var last_line = __nccwpck_require__(4776);
;// CONCATENATED MODULE: ./.build/host/test-services.js






/**
 * Reads the compose files that `test-services` names, through docker compose, which is what brings their services up. Undefined where it
 * names none.
 * @throws {ProblemError}
 */
async function readTestServices(input, { environment, signal }) {
    const files = (0,lists/* readLines */.Se)(input);
    if (files.length === 0)
        return undefined;
    const args = ['compose', ...files.map((file) => `--file=${file}`), 'config', '--format=json'];
    const place = { where: 'test-services', given: files.join(', ') };
    const result = await (0,docker_plugin/* runPlugin */.b)({ file: 'docker', args, env: environment, signal }, { plugin: 'compose', ...place });
    if (result.code === 0)
        return readStack((0,parse_json/* parseObject */.l)(result.stdout));
    const wrong = `cannot be read (${(0,last_line/* lastLine */.f)(result.stderr)})`;
    throw new plan_problem/* ProblemError */.Mm({ ...place, wrong, accepted: 'write paths of compose files, one a line' });
}

;// CONCATENATED MODULE: ./.build/host/read-intent.js




















/**
 * The one place that reads the world: inputs, event, git, the GitHub API and the docker configuration.
 * @throws {ProblemError} with every mistake of every input at once.
 */
async function readIntent(host) {
    const given = withEnvironment(host);
    const raw = (0,plan_inputs/* completeInputs */.h5)(given);
    const parseYaml = await loadYaml(raw['registry-auth'] ?? '');
    const naming = readNamingInputs(raw);
    const [context, libraries, hasCheckout, argsFiles, sourceFailure, bake, stack] = await Promise.all([
        (0,plan_problem/* orProblem */.bC)(readContext(host, raw)),
        (0,plan_libraries/* loadLibraries */.k)(naming),
        isCheckout(host),
        readNamedFiles(raw['build-args-file'] ?? ''),
        host.desk?.acted === undefined ? findSourceFailure(raw.source ?? '') : undefined, // an earlier step makes it
        (0,bake_files/* readBakeFiles */.z)(raw, host),
        (0,plan_problem/* orProblem */.bC)(readTestServices(raw['test-services'] ?? '', host)),
    ]);
    const known = (0,plan_problem/* ifRead */.Q)(context);
    const isElsewhere = host.desk?.acted !== undefined || (isDryRun(raw) && !hasCheckout); // where the build runs, files may be there
    const machine = isElsewhere ? undefined : { environment: host.environment, hasCheckout, look: look };
    const secretsWithheld = known === undefined || foreignHead(known) !== undefined;
    const read = (0,plan_problem/* collect */.Fo)({
        names: () => (0,plan_inputs/* refuseUnknownInputs */.QZ)(given),
        early: () => (0,early_inputs/* parseEarlyInputs */.Y)(raw),
        context: () => (0,plan_problem/* reveal */._c)(context),
        stack: () => (0,plan_problem/* reveal */._c)(stack),
        idle: () => (0,inputs/* refuseIdle */.n)((name) => raw[name] ?? ''),
        inputs: () => (0,plan_inputs/* parseInputs */.TL)(raw, { parseYaml, argsFiles, sourceFailure, secretsWithheld, machine, bake }),
        named: () => {
            const name = (0,name_targets/* readNamings */.I)(naming, libraries, bake);
            if (known === undefined)
                return { namings: [], services: undefined };
            const namings = name(known);
            return { namings, services: placeServices((0,plan_problem/* ifRead */.Q)(stack), namings) };
        },
    });
    const logins = await readLogins(host, read.inputs);
    maskSecrets(host, read.inputs, logins);
    const givenEpoch = host.environment.SOURCE_DATE_EPOCH;
    const plan = makePlan({ ...read, ...read.named, hasCheckout, canLogIn: logins.has, hash: sha256, givenEpoch });
    return { raw, inputs: read.inputs, context: read.context, plan, logins, stack: read.stack };
}
function placeServices(stack, namings) {
    if (stack === undefined)
        return undefined;
    return placeImages(stack, namings.map(({ target, naming }) => ({ target, repositories: repositoriesOf(naming) })));
}
/** Empty inputs may have a value in the environment, under metadata-action's names. */
function withEnvironment({ inputs, environment }) {
    const fallback = Object.entries((0,naming_inputs/* inputsFromEnvironment */.n)(environment)).filter(([name, value]) => value !== '' && !inputs[name]);
    return { ...inputs, ...Object.fromEntries(fallback) };
}
function readNamingInputs(raw) {
    const text = (name) => raw[name] ?? '';
    return {
        images: text('images'),
        tags: text('tags'),
        flavor: text('flavor'),
        labels: text('labels'),
        annotations: text('annotations'),
        'annotation-levels': text('annotation-levels'),
        'short-sha-length': text('short-sha-length'),
        version: text('version'),
        platforms: (0,lists/* readItems */.F1)(text('platforms')).flatMap((item) => (0,plan_problem/* ifValid */.S6)(() => (0,platform/* parsePlatform */.F)(item))),
    };
}
/** A run that is acted out says by its steps whether it has files to build from. */
async function isCheckout({ desk }) {
    return desk?.acted?.hasCheckout ?? (await (0,host_git/* hasFiles */.YQ)(process.cwd()));
}
/** The YAML parser takes 20 ms to load: only where there is YAML. The failsafe schema keeps every scalar a text. */
async function loadYaml(text) {
    if (text.trim() === '')
        return () => [];
    const { parseDocument } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    return (source) => {
        const document = parseDocument(source, { schema: 'failsafe', logLevel: 'silent' });
        const [problem] = [...document.errors, ...document.warnings];
        if (problem === undefined)
            return document.toJS(); // the failsafe schema has maps, lists and texts only
        const line = problem.linePos?.[0].line ?? 1;
        throw new plan_problem/* ProblemError */.Mm({
            where: `registry-auth, line ${line}`,
            wrong: `is no YAML (${problem.code})`,
            accepted: 'write a list of registry, username and password',
        });
    };
}
function maskSecrets(host, { secrets, githubToken }, { given }) {
    for (const { password, username } of given)
        host.mask(password, username);
    for (const secret of secrets)
        if (secret.kind === 'value')
            host.mask(secret.value);
    if (githubToken !== '' && !given.some(({ password }) => password === githubToken))
        host.mask(githubToken);
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ 2328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _plan_parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4058);


/** The file's object; an empty one where there is none. */
async function readJson(file) {
    return (0,_plan_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .l)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => ''));
}


/***/ }),

/***/ 9590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readEventFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2040);
/* harmony import */ var _plan_parse_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4058);
/* harmony import */ var _plan_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3323);




/** The payload in the file that `--event` names. @throws {ProblemError} where there is no such file, or no JSON in it. */
async function readEventFile(file) {
    const problem = (wrong) => new _plan_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where: '--event', given: file, wrong, accepted: 'name a file with the event as GitHub writes it' });
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => {
        throw problem('cannot be read');
    });
    const event = (0,_plan_parse_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text);
    if (event === undefined)
        throw problem('holds no JSON');
    return (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(event);
}


/***/ }),

/***/ 9689:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _app_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6107);
/* harmony import */ var _cli_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3166);
/* harmony import */ var _host_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8326);



// One bundle is both: the runner starts it without arguments, people start it with some.
const args = process.argv.slice(2);
const onRunner = args.length === 0 && process.env.GITHUB_ACTIONS === 'true';
process.exitCode = onRunner ? await (0,_app_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)((0,_host_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsHost */ .q)(process.env)) : await (0,_cli_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommandLine */ .r)(args, process.env);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   II: () => (/* binding */ readLevels),
/* harmony export */   gM: () => (/* binding */ placeAnnotations),
/* harmony export */   tn: () => (/* binding */ formatAnnotation)
/* harmony export */ });
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6483);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6141);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3323);



const LEVELS = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];
/** @see https://docs.docker.com/build/metadata/annotations/#specify-annotation-level */
const LEVEL = /^([a-z-]*)(?:\[([^\]]*)\])?$/;
/**
 * Reads `annotation-levels`: `manifest,index`, with a platform as in `manifest[linux/amd64]`. Empty means `manifest`, and for an image of several
 * platforms `index` too, since a registry shows the index's description.
 * @throws {ProblemError}
 */
function readLevels(input, platforms) {
    const names = input
        .split(/[,\r\n]/)
        .map((name) => name.trim())
        .filter((name) => name !== '');
    if (names.length === 0 && input.trim() !== '')
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where: 'annotation-levels', given: input, wrong: 'names no level', accepted: `write ${LEVELS.join(', ')}` });
    const wanted = names.length > 0 ? names : platforms.length > 1 ? ['manifest', 'index'] : ['manifest'];
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)([...new Set(wanted)], (name) => readLevel(name, 'annotation-levels'));
}
function readLevel(text, where) {
    const [, name = text, platform] = LEVEL.exec(text) ?? [];
    const level = LEVELS.find((known) => known === name);
    if (level === undefined)
        throw (0,_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given: text, wrong: 'is no level of annotations', name }, LEVELS);
    if (platform !== undefined)
        (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .F)(platform, where);
    return { level, platform };
}
/** `index,manifest-descriptor[linux/amd64]:key`: levels of its own that stand before a key, instead of those of all. */
const OWN_LEVELS = /^((?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?(?:,(?:manifest|index)(?:-descriptor)?(?:\[[^\]]*\])?)*):(.+)$/s;
/** Every key at every level, in the order of the levels, then of the keys. @throws {ProblemError} for a bad platform before a key. */
function placeAnnotations(values, levels) {
    const placed = Object.entries(values).map(([key, value]) => ({ value, ...placeKey(key) }));
    const common = placed.filter(({ own }) => own === undefined);
    const general = levels.flatMap((level) => common.map(({ key, value }) => ({ ...level, key, value })));
    const particular = placed.flatMap(({ own = [], key, value }) => own.map((level) => ({ ...level, key, value })));
    const places = new Map([...general, ...particular].map((annotation) => [`${annotation.level}[${annotation.platform ?? ''}]:${annotation.key}`, annotation]));
    return [...places.values()];
}
function placeKey(text) {
    const [, levels, key] = OWN_LEVELS.exec(text) ?? [];
    if (levels === undefined || key === undefined)
        return { key: text, own: undefined };
    return { key, own: levels.split(',').map((level) => readLevel(level, `annotations, ${text}`)) };
}
/** `manifest[linux/amd64]:key=value`, as buildx reads it. */
function formatAnnotation({ level, platform, key, value }) {
    return `${level}${platform === undefined ? '' : `[${platform}]`}:${key}=${value}`;
}


/***/ }),

/***/ 6483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ readPair),
/* harmony export */   U0: () => (/* binding */ unknownName),
/* harmony export */   Vf: () => (/* binding */ readBoolean)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);

function readPair(field) {
    const equals = field.indexOf('=');
    if (equals < 0)
        return { key: undefined, value: field };
    return { key: field.slice(0, equals).trim().toLowerCase(), value: field.slice(equals + 1).trim() };
}
/** `true` or `false`, as written there. @throws {ProblemError} for anything else. */
function readBoolean(value, where, key) {
    if (value === 'true' || value === 'false')
        return value === 'true';
    const near = (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(value, ['true', 'false']);
    const accepted = near === undefined ? 'write true or false' : `did you mean ${near}? true and false are accepted`;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: `${key}=${value}`, wrong: 'is neither true nor false', accepted });
}
/** The problem of a name that is none of the accepted ones, the nearest of them first. */
function unknownName(problem, accepted) {
    const near = (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(problem.name, accepted);
    const list = accepted.join(', ');
    const { where, given, wrong } = problem;
    return new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({
        where,
        given,
        wrong,
        accepted: near === undefined ? `accepted: ${list}` : `did you mean ${near}? accepted: ${list}`,
    });
}


/***/ }),

/***/ 7927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   Ud: () => (/* binding */ readDefinition),
/* harmony export */   X8: () => (/* binding */ ownOutputs),
/* harmony export */   bL: () => (/* binding */ withBases),
/* harmony export */   bp: () => (/* binding */ packingOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   uY: () => (/* binding */ isPublishing),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2040);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6141);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3323);



/**
 * Reads what `docker buildx bake --print` prints.
 * @param others names of targets that the files have beside those.
 * @throws {ProblemError} for platforms that are none.
 * @see https://docs.docker.com/build/bake/reference/
 */
function readDefinition(printed, files, others = []) {
    const targets = (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectAll */ ._U)(Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(printed.target)), ([name, source]) => readTarget(name, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(source)));
    return {
        files,
        targets,
        selected: [...new Set(expandGroup('default', (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(printed.group)))],
        known: [...new Set([...targets.map(({ name }) => name), ...others])],
    };
}
/** What a text of the definition means. @see https://github.com/hashicorp/hcl/blob/main/json/spec.md#expressions */
function plainText(template) {
    return template.replaceAll('$${', '${').replaceAll('%%{', '%{');
}
/** A text as the definition has it: nothing in it is evaluated. */
function templateOf(text) {
    return text.replaceAll('${', () => '$${').replaceAll('%{', '%%{'); // in a replacement text, $$ would be one
}
/** The texts of one of a target's maps, such as `args` or `labels`, as they are meant. */
function mapOf({ source }, key) {
    const entries = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(source[key])).flatMap(([name, value]) => {
        const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(value);
        return text === undefined ? [] : [[plainText(name), plainText(text)]];
    });
    return Object.fromEntries(entries);
}
/** Whether an output brings an image to a registry by itself, past all checks. */
function isPublishing({ type, push }) {
    return type === 'registry' || (type === 'image' && !['', 'false', '0'].includes((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(push)?.toLowerCase() ?? ''));
}
/** Types of outputs that are left out: those that could publish the image past all checks, and the one that writes nothing. */
const LEFT_OUT = ['registry', 'image', 'cacheonly'];
/** What of a target's outputs stays beside its image: files, archives, and images for the engine. */
function ownOutputs({ source }) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asList */ .DD)(source.output).filter((output) => !LEFT_OUT.includes((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(output).type) ?? ''));
}
/** Attributes that say how an image is packed, not where it goes. @see https://docs.docker.com/build/exporters/image-registry/#synopsis */
const PACKING = ['compression', 'compression-level', 'force-compression', 'oci-mediatypes', 'oci-artifact'];
/** How a target's outputs of type `image` or `registry` want its image packed: attributes with their values. */
function packingOf({ outputs }) {
    const images = outputs.filter(({ type }) => type === 'image' || type === 'registry');
    const said = images.flatMap((output) => PACKING.map((key) => [key, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(output[key])]));
    return Object.fromEntries(said.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
/** The target and all that it builds on. */
function withBases({ targets }, names) {
    const found = new Map();
    const visit = (name) => {
        const target = targets.find((each) => each.name === name);
        if (target === undefined || found.has(name))
            return;
        found.set(name, target);
        target.basedOn.forEach(visit);
    };
    names.forEach(visit);
    return targets.filter(({ name }) => found.has(name));
}
function readTarget(name, source) {
    const contexts = Object.values((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(source.contexts)).flatMap((context) => /^target:(.+)$/.exec((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(context) ?? '')?.[1] ?? []);
    const platforms = texts(source.platforms).flatMap((text) => text.split(',')); // as buildx reads them
    return {
        name,
        platforms: (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectAll */ ._U)(platforms, (platform) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .F)(platform, `bake-files, platforms of target ${name}`)),
        tags: texts(source.tags).map(plainText),
        outputs: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asList */ .DD)(source.output).map(_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB),
        call: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(source.call) || 'build',
        basedOn: [...new Set(contexts)],
        source,
    };
}
/** A group may list groups; one that lists itself is refused by buildx. */
function expandGroup(name, groups) {
    const group = groups[name];
    return group === undefined
        ? [name]
        : texts((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(group).targets).flatMap((each) => (each === name ? [each] : expandGroup(each, groups)));
}
function texts(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asList */ .DD)(value).filter((item) => typeof item === 'string');
}


/***/ }),

/***/ 9151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseBakeInputs),
/* harmony export */   n: () => (/* binding */ refuseIdle)
/* harmony export */ });
/* harmony import */ var _given_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6163);
/* harmony import */ var _input_table_build_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1130);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1497);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3323);




/** Reads `bake-files` and what goes with it; undefined where there are none. @throws {ProblemError} */
function parseBakeInputs(text) {
    const files = (0,_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)(text('bake-files'));
    const alone = ['targets', 'set', 'vars'].filter((name) => text(name).trim() !== '');
    if (files.length === 0 && alone.length > 0)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm(alone.map(sayNothing));
    if (files.length === 0)
        return undefined;
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collect */ .Fo)({
        files: () => files,
        targets: () => (0,_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)(text('targets')),
        set: () => (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)((0,_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .readLines */ .Se)(text('set')), checkOverride),
        vars: () => Object.fromEntries((0,_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .readPairs */ .SX)(text('vars'), 'vars')),
    });
}
function sayNothing(where) {
    return { where, wrong: 'says nothing without bake-files', accepted: 'name the bake files, or leave it out' };
}
/** Build inputs that hold for every target. The others are said by the bake files, target by target. */
const FOR_ALL = ('bake-files targets set vars platforms build-args build-args-file secrets secret-envs secret-files ssh ' +
    'no-cache pull allow provenance sbom attests reproducible extra-args').split(' ');
/** The names under which bake has some of them. @see https://docs.docker.com/build/bake/reference/#target */
const ATTRIBUTES = {
    file: 'dockerfile',
    'build-contexts': 'contexts',
    'no-cache-filters': 'no-cache-filter',
    'add-hosts': 'extra-hosts',
    ulimit: 'ulimits',
    exports: 'output',
};
/** @throws {ProblemError} for build inputs that would have no effect beside bake files. */
function refuseIdle(text) {
    if ((0,_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)(text('bake-files')).length === 0)
        return;
    const building = _input_table_build_js__WEBPACK_IMPORTED_MODULE_0__/* .BUILD_INPUTS */ .$.filter(({ name }) => !FOR_ALL.includes(name));
    const given = (0,_given_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .givenNames */ .S)(building, text);
    if (given.length > 0)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm(given.map(describeIdle));
}
function describeIdle(where) {
    const attribute = ATTRIBUTES[where] ?? where;
    const accepted = ['source', 'cgroup-parent'].includes(where)
        ? 'leave it out, or bake-files'
        : `say it in the file, target by target, or by set: target.${attribute}=…`;
    return { where, wrong: 'does nothing beside bake-files', accepted };
}
/** @see https://docs.docker.com/reference/cli/docker/buildx/bake/#set */
function checkOverride(given) {
    if (/^[^=\s]+\.[a-z][a-z-]*(?:\.[^=]+)?(?:\+?=|$)/.test(given))
        return given;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({
        where: 'set',
        given,
        wrong: 'is no override',
        accepted: 'write target.key=value, such as *.platform=linux/amd64',
    });
}


/***/ }),

/***/ 6596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ readNamings)
});

// UNUSED EXPORTS: readTargetNamings

// EXTERNAL MODULE: ./.build/plan/annotations.js
var plan_annotations = __nccwpck_require__(3770);
// EXTERNAL MODULE: ./.build/plan/images.js
var plan_images = __nccwpck_require__(9368);
// EXTERNAL MODULE: ./.build/plan/attributes.js
var plan_attributes = __nccwpck_require__(6483);
// EXTERNAL MODULE: ./.build/plan/csv.js
var csv = __nccwpck_require__(8380);
// EXTERNAL MODULE: ./.build/plan/problem.js
var plan_problem = __nccwpck_require__(3323);
;// CONCATENATED MODULE: ./.build/plan/flavor.js



const NAMES = ['latest', 'prefix', 'suffix', 'onlatest'];
const LATEST = { auto: 'auto', true: 'always', false: 'never' };
/** Reads the `flavor` input: `latest=auto`, `prefix=a-,onlatest=true`, `suffix=-b`. Of a repeated one the last counts. @throws {ProblemError} */
function readFlavor(input, readTemplate) {
    const lines = (0,plan_problem/* collectAll */._U)((0,csv/* inputLines */.KD)(input), ({ text, number }) => readLine(text, `flavor, line ${number}`, readTemplate));
    const settings = lines.flat();
    const none = { template: readTemplate('', 'flavor'), onLatest: false };
    const find = (name) => settings.filter((setting) => setting.name !== 'latest').findLast((setting) => setting.name === name)?.value ?? none;
    const latest = settings.filter((setting) => setting.name === 'latest').at(-1)?.value ?? 'auto';
    return { latest, prefix: find('prefix'), suffix: find('suffix') };
}
function readLine(text, where, readTemplate) {
    const pairs = (0,csv/* splitFields */.Kp)(text, where).map((field) => ({ field, ...(0,plan_attributes/* readPair */.$T)(field) }));
    return (0,plan_problem/* collectAll */._U)(pairs, ({ field, key, value }, index) => {
        if (key === 'latest')
            return { name: key, value: readLatest(value, where) };
        const next = pairs[index + 1];
        const onLatest = next?.key === 'onlatest' && (0,plan_attributes/* readBoolean */.Vf)(next.value, where, 'onlatest');
        if (key === 'prefix' || key === 'suffix')
            return { name: key, value: { template: readTemplate(value, where), onLatest } };
        if (key === 'onlatest')
            return checkOnLatest(field, pairs[index - 1]?.key, where);
        throw (0,plan_attributes/* unknownName */.U0)({ where, given: field, wrong: 'is no flavor', name: key ?? field }, NAMES);
    }).filter((setting) => setting !== undefined);
}
function readLatest(value, where) {
    const latest = LATEST[value];
    if (latest === undefined)
        throw (0,plan_attributes/* unknownName */.U0)({ where, given: `latest=${value}`, wrong: 'is neither auto, true nor false', name: value }, Object.keys(LATEST));
    return latest;
}
/** It belongs to the prefix or suffix before it on its line. */
function checkOnLatest(field, before, where) {
    if (before === 'prefix' || before === 'suffix')
        return undefined;
    throw new plan_problem/* ProblemError */.Mm({
        where,
        given: field,
        wrong: 'has no prefix or suffix before it on its line',
        accepted: 'write prefix=dev-,onlatest=true',
    });
}

// EXTERNAL MODULE: ./.build/plan/lists.js
var lists = __nccwpck_require__(1497);
;// CONCATENATED MODULE: ./.build/plan/labels.js


/**
 * Reads `key=value` lines. The first `=` ends the key; what follows is data: blanks at the ends go, quotes and commas stay. A line in
 * quotes may hold line breaks (`"key=one` … `two"`), and a quote within it is doubled.
 * @throws {ProblemError} for a line without `=`, an empty key, a quote that is not closed, a broken template.
 */
function readLabelLines(input, name, readTemplate) {
    const records = (0,lists/* readRecords */.T3)(input, name).filter(({ text, isQuoted }) => isQuoted || !text.startsWith('#'));
    return (0,plan_problem/* collectAll */._U)(records, ({ text, number }) => {
        const where = `${name}, line ${number}`;
        const equals = text.indexOf('=');
        if (equals < 0)
            throw new plan_problem/* ProblemError */.Mm({ where, given: text, wrong: 'has no =', accepted: 'write key=value' });
        const key = text.slice(0, equals).trim();
        if (key === '')
            throw new plan_problem/* ProblemError */.Mm({ where, given: text, wrong: 'has no key', accepted: 'write key=value' });
        return { key: readTemplate(key, where), value: readTemplate(text.slice(equals + 1).trim(), where) };
    });
}
/** @throws {ProblemError} where a key's template is empty for this run. */
function renderLabels(lines, scope, where) {
    const pairs = lines.map(({ key, value }) => [key.render(scope), value.render(scope)]);
    const empty = lines[pairs.findIndex(([key]) => key === '')];
    if (empty !== undefined)
        throw new plan_problem/* ProblemError */.Mm({
            where,
            given: empty.key.text,
            wrong: 'is an empty key for this run',
            accepted: 'use a key that is never empty',
        });
    return Object.fromEntries(pairs);
}
/** The labels that every image gets. Facts that nobody could say are left out; those that are known to be empty are empty. @see https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md#pre-defined-annotation-keys */
function makeSourceLabels({ repository, sha, commitTime, now }, version) {
    const { name, description, htmlUrl, license } = repository;
    const facts = {
        title: name,
        description,
        url: htmlUrl,
        source: htmlUrl,
        version,
        created: commitTime ?? now,
        revision: sha,
        licenses: license,
    };
    const known = Object.entries(facts).filter((pair) => pair[1] !== undefined);
    return Object.fromEntries(known.map(([key, value]) => [`org.opencontainers.image.${key}`, value]));
}
function sortLabels(labels) {
    return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

// EXTERNAL MODULE: ./.build/plan/reference.js
var reference = __nccwpck_require__(8229);
;// CONCATENATED MODULE: ./.build/plan/tag-name.js

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
const MAX_TAG_LENGTH = 128;
/** 40 bits: among 10,000 refs that need one, two meet with a chance of 1 in 20,000. */
const HASH_DIGITS = 10;
/**
 * The tag for a text, always valid: runs of characters that no tag may hold become one `-`. Where that is not enough (it begins
 * with `-` or `.`, is too long, or has nothing of the text left) the name is mended and ends in a hash of the whole text, so that
 * two texts meet in one tag only where plain replacement makes them equal.
 * Undefined for an empty text.
 */
function makeTagName(text) {
    if (text === '')
        return undefined;
    const plain = text.replace(/[^a-zA-Z0-9._-]+/g, '-');
    if ((0,reference/* isTag */.dz)(plain))
        return plain;
    const hash = hashText(text);
    const begun = plain.replace(/^[.-]+/, '').slice(0, MAX_TAG_LENGTH - 1 - HASH_DIGITS);
    const mended = begun.replace(/[.-]+$/, '');
    return mended === '' ? `ref-${hash}` : `${mended}-${hash}`;
}
/**
 * FNV-1a, 64 bit, folded to 40. It keeps names apart, it guards nothing: whoever wants to meet another ref's tag
 * is stopped at publishing, where the image says its ref.
 * @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-21#section-3 for folding
 */
function hashText(text) {
    const prime = 0x100000001b3n;
    const hash = Array.from(text).reduce((sum, letter) => BigInt.asUintN(64, (sum ^ BigInt(letter.codePointAt(0) ?? 0)) * prime), 0xcbf29ce484222325n);
    return ((hash >> 40n) ^ BigInt.asUintN(40, hash)).toString(16).padStart(HASH_DIGITS, '0');
}

// EXTERNAL MODULE: ./.build/plan/version/semver.js
var semver = __nccwpck_require__(2691);
;// CONCATENATED MODULE: ./.build/plan/rules/raw.js



const SHOWN_LENGTH = 40;
const raw = {
    type: 'raw',
    priority: 200,
    attributes: ['value'],
    summary: 'the text of value=, always',
    compile: ({ attributes, where, template }) => {
        const value = attributes.get('value');
        if (value === undefined)
            throw new plan_problem/* ProblemError */.Mm({ where, wrong: 'type=raw has no value', accepted: 'write type=raw,value=name' });
        if (!value.includes('{{'))
            refuseTooLong(value, where);
        const text = template(value);
        return ({ scope }) => {
            const rendered = text.render(scope); // it may be empty: a prefix is a tag too
            return { tags: [{ text: rendered, line: (0,semver/* readSemver */.P)(rendered) === undefined ? { kind: 'other' } : undefined }] };
        };
    },
};
/** A ref's long name is cut; a tag that somebody wrote out is not theirs any more when it is. */
function refuseTooLong(value, where) {
    if (value.length <= MAX_TAG_LENGTH)
        return;
    throw new plan_problem/* ProblemError */.Mm({
        where,
        given: `${value.slice(0, SHOWN_LENGTH)}…`,
        wrong: `has ${value.length} characters`,
        accepted: `registries take tags of at most ${MAX_TAG_LENGTH}`,
    });
}

;// CONCATENATED MODULE: ./.build/plan/rules/full-reference.js


/** A registry or owner, a slash, a path, a colon and a tag, which may have a template. No blank, comma or `=` outside of it. */
const REFERENCE = /^([^\s,={}]+\/[^\s,={}:]+):((?:[\w.-]|\{\{[^}]*\}\})+)$/;
/** Reads `ghcr.io/owner/app:1.2.3`: a full reference stands for itself alone. Undefined for a line that is a rule. @throws {ProblemError} */
function readReference(text, where) {
    const [, name, tag] = REFERENCE.exec(text) ?? [];
    if (name === undefined || tag === undefined)
        return undefined;
    const attributes = new Map([
        ['value', tag],
        ['prefix', ''],
        ['suffix', ''],
    ]);
    const number = Number(/\d+$/.exec(where)?.[0] ?? 0);
    return { line: { type: raw, attributes, text, number, where, notices: [] }, only: (0,reference/* parseRepository */.SU)(name, where) };
}

;// CONCATENATED MODULE: ./.build/plan/rules/rule.js
/** Why nothing was given. */
function nothing(reason) {
    return { reason };
}
const QUOTE_LENGTH = 80;
/** A ref in a reason: in quotes, and not longer than one reads. */
function quote(text) {
    return JSON.stringify(text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text);
}

;// CONCATENATED MODULE: ./.build/plan/rules/edge.js

const edge = {
    type: 'edge',
    priority: 700,
    attributes: ['branch'],
    summary: '`edge` on the default branch, or on the one that branch= names',
    compile: ({ attributes }) => {
        const given = attributes.get('branch') ?? '';
        return ({ branch, context }) => {
            const wanted = given === '' ? context.repository.defaultBranch : given;
            if (branch === undefined)
                return nothing('the ref is no branch');
            if (wanted === undefined)
                return nothing("the repository's default branch is not known here; name it with branch=");
            if (branch !== wanted)
                return nothing(`the branch is ${branch}, not ${wanted}`);
            return { tags: [{ text: 'edge', line: { kind: 'branch', branch } }] };
        };
    },
};

;// CONCATENATED MODULE: ./.build/plan/regular-expression/matcher.js
/**
 * The leftmost match, with ECMAScript's choice among those that begin there. All ways are followed at once, so the time is bounded by the
 * program's length times the text's, where a backtracking engine may need exponential time.
 * @see https://swtch.com/~rsc/regexp/regexp2.html#pike
 */
function findMatch(program, subject) {
    return advance({ ...subject, program, looks: new Map() }, 0, { isAnchored: subject.isSticky });
}
function advance(run, from, search) {
    const last = search.endsAt ?? run.characters.length;
    let best;
    let threads = [];
    for (let position = from; position <= last; position += 1) {
        const mayBegin = best === undefined && (position === from || !search.isAnchored);
        const ready = follow(run, mayBegin ? [...threads, { at: 0, slots: [position] }] : threads, position);
        const won = findMatching(run, ready, { position, search });
        best = won === undefined ? best : closeMatch(won.slots, position);
        threads = step(run, won === undefined ? ready : ready.slice(0, ready.indexOf(won)), position);
        if (threads.length === 0 && (best !== undefined || search.isAnchored))
            break;
    }
    return best;
}
/** The thread of highest priority that is through; those after it are of no interest any more. */
function findMatching({ program }, ready, { position, search }) {
    const isTooEarly = search.endsAt !== undefined && position < search.endsAt;
    return isTooEarly ? undefined : ready.find(({ at }) => program[at]?.do === 'match');
}
function closeMatch(slots, position) {
    const closed = [...slots];
    closed[1] = position;
    return closed;
}
/** Follows every thread to the next step that reads a character (or matches), in order of priority, each step once. */
function follow(run, threads, position) {
    const ready = [];
    const seen = new Set();
    const waiting = threads.toReversed();
    for (let thread = waiting.pop(); thread !== undefined; thread = waiting.pop()) {
        if (seen.has(thread.at))
            continue;
        seen.add(thread.at);
        const current = run.program[thread.at];
        if (current === undefined || current.do === 'read' || current.do === 'match')
            ready.push(thread);
        else
            waiting.push(...successors(run, thread, position).toReversed());
    }
    return ready;
}
function successors(run, { at, slots }, position) {
    const current = run.program[at];
    const next = { at: at + 1, slots };
    switch (current?.do) {
        case 'fork':
            return [
                { at: current.first, slots },
                { at: current.second, slots },
            ];
        case 'jump':
            return [{ at: current.to, slots }];
        case 'save':
            return [{ at: at + 1, slots: withSlot(slots, current.slot, position) }];
        case 'forget':
            return [{ at: at + 1, slots: slots.map((slot, index) => (current.groups.includes(index >> 1) ? undefined : slot)) }];
        case 'assert':
            return holds(run, current.test, position) ? [next] : [];
        case 'look':
            return looks(run, current, position) ? [next] : [];
        case 'read':
        case 'match':
        case undefined:
            return [];
    }
}
function withSlot(slots, slot, position) {
    const saved = [...slots];
    saved[slot] = position;
    return saved;
}
function step({ program, characters }, ready, position) {
    const character = characters[position];
    if (character === undefined)
        return [];
    return ready.flatMap(({ at, slots }) => {
        const current = program[at];
        return current?.do === 'read' && current.accepts(character) ? [{ at: at + 1, slots }] : [];
    });
}
function holds({ characters, isMultiline }, test, position) {
    const [before, after] = [characters[position - 1], characters[position]];
    const isBreak = (character) => isMultiline && character !== undefined && /[\n\r\u2028\u2029]/.test(character);
    if (test === '^')
        return before === undefined || isBreak(before);
    if (test === '$')
        return after === undefined || isBreak(after);
    const isWord = (character) => character !== undefined && /\w/.test(character);
    return (isWord(before) !== isWord(after)) === (test === '\\b');
}
/** The answer for a place is kept: it does not depend on how one came there. */
function looks(run, look, position) {
    const answers = run.looks.get(look) ?? new Map();
    run.looks.set(look, answers);
    const known = answers.get(position);
    if (known !== undefined)
        return known;
    const inner = { ...run, program: look.program };
    const found = look.isBehind ? advance(inner, 0, { isAnchored: false, endsAt: position }) : advance(inner, position, { isAnchored: true });
    const answer = (found === undefined) === look.isNegative;
    answers.set(position, answer);
    return answer;
}

;// CONCATENATED MODULE: ./.build/plan/regular-expression/syntax.js
/** What the expression uses that cannot be run in bounded time, or not without more code than it is worth. */
class UnsupportedError extends Error {
}
/** Reads the source of a regular expression that the engine has accepted already, so that its syntax is known to be right. */
function parseExpression(source, isUnicode) {
    const cursor = { source, isUnicode, at: 0, groups: 0, names: new Map() };
    const root = parseChoice(cursor);
    return { root, groups: cursor.groups, names: cursor.names };
}
function parseChoice(cursor) {
    const options = [parseSequence(cursor)];
    while (cursor.source[cursor.at] === '|') {
        cursor.at += 1;
        options.push(parseSequence(cursor));
    }
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
}
function parseSequence(cursor) {
    const items = [];
    while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source[cursor.at] ?? '')) {
        const before = cursor.groups;
        const body = parseAtom(cursor);
        const groups = Array.from({ length: cursor.groups - before }, (_, index) => before + index + 1);
        items.push(parseQuantifier(cursor, body, groups));
    }
    return { kind: 'sequence', items };
}
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})(\??)/;
function parseQuantifier(cursor, body, groups) {
    const [whole, least, comma, most, lazy] = QUANTIFIER.exec(cursor.source.slice(cursor.at)) ?? [];
    if (whole === undefined)
        return body;
    cursor.at += whole.length;
    const min = least === undefined ? Number(whole.startsWith('+')) : Number(least);
    const unbounded = whole.startsWith('?') ? 1 : Number.POSITIVE_INFINITY;
    const upper = comma === '' ? min : unbounded;
    return { kind: 'repeat', body, min, max: most === undefined || most === '' ? upper : Number(most), isLazy: lazy === '?', groups };
}
function parseAtom(cursor) {
    const { source, at } = cursor;
    const rest = source.slice(at);
    const [assertion] = /^(?:\^|\$|\\b|\\B)/.exec(rest) ?? [];
    if (assertion !== undefined) {
        cursor.at += assertion.length;
        return { kind: 'assertion', test: assertion }; // the expression above matches nothing else
    }
    return rest.startsWith('(') ? parseGroup(cursor, rest) : parseCharacter(cursor, rest);
}
function parseGroup(cursor, rest) {
    const [opening = '', look, name] = /^\((?:\?(<?[=!])|\?:|\?<([^=!>][^>]*)>|(?!\?))/.exec(rest) ?? [];
    if (opening === '')
        throw new UnsupportedError('flags within the expression');
    cursor.at += opening.length;
    const isCapturing = opening === '(' || name !== undefined;
    if (isCapturing)
        cursor.groups += 1;
    if (name !== undefined)
        cursor.names.set(name, cursor.groups);
    const index = cursor.groups;
    const body = parseChoice(cursor);
    cursor.at += 1; // the closing parenthesis
    if (isCapturing)
        return { kind: 'group', index, body };
    if (look === undefined)
        return body;
    if (cursor.groups > index)
        throw new UnsupportedError('a capture group within a look-around');
    return { kind: 'look', isBehind: look.startsWith('<'), isNegative: look.endsWith('!'), body };
}
const ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|u\{[0-9a-fA-F]+\}|[pP]\{[^}]*\}|c[A-Za-z]|.)/su;
const SINGLE_ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|c[A-Za-z]|.)/s;
const CLASS = /^\[(?:[^\]\\]|\\.)*\]/s;
function parseCharacter(cursor, rest) {
    if (/^\\(?:[1-9]|k<)/.test(rest))
        throw new UnsupportedError('a back-reference');
    const escaped = cursor.isUnicode ? ESCAPE : SINGLE_ESCAPE;
    const [found] = CLASS.exec(rest) ?? escaped.exec(rest) ?? (cursor.isUnicode ? /^./su : /^./s).exec(rest) ?? [];
    const source = found ?? rest.slice(0, 1);
    cursor.at += source.length;
    return { kind: 'character', source };
}

;// CONCATENATED MODULE: ./.build/plan/regular-expression/program.js

/** Counted repetitions are written out, so `(x{99}){99}` would be long. A pattern for tags has some ten steps. */
const MAX_STEPS = 2_000;
/** @throws {UnsupportedError} where the program would be too long. */
function compileExpression(root, flags) {
    const emitter = { steps: [], flags };
    emit(root, emitter);
    emitter.steps.push({ do: 'match' });
    return emitter.steps;
}
function emit(node, emitter) {
    if (emitter.steps.length > MAX_STEPS)
        throw new UnsupportedError(`more than ${MAX_STEPS} steps`);
    const { steps, flags } = emitter;
    switch (node.kind) {
        case 'sequence':
            for (const item of node.items)
                emit(item, emitter);
            return;
        case 'choice':
            emitChoice(node.options, emitter);
            return;
        case 'character':
            steps.push({ do: 'read', accepts: makeTest(node.source, flags) });
            return;
        case 'group':
            steps.push({ do: 'save', slot: node.index * 2 });
            emit(node.body, emitter);
            steps.push({ do: 'save', slot: node.index * 2 + 1 });
            return;
        case 'repeat':
            emitRepeat(node, emitter);
            return;
        case 'assertion':
            steps.push({ do: 'assert', test: node.test });
            return;
        case 'look':
            steps.push({ do: 'look', isBehind: node.isBehind, isNegative: node.isNegative, program: compileExpression(node.body, flags) });
    }
}
function emitChoice([first, ...others], emitter) {
    if (first === undefined)
        return;
    const { steps } = emitter;
    const fork = steps.push({ do: 'match' }) - 1; // replaced as soon as its targets are known
    emit(first, emitter);
    const jump = steps.push({ do: 'match' }) - 1;
    steps[fork] = others.length === 0 ? { do: 'jump', to: fork + 1 } : { do: 'fork', first: fork + 1, second: steps.length };
    emitChoice(others, emitter);
    steps[jump] = { do: 'jump', to: steps.length };
}
function emitRepeat(node, emitter) {
    for (let round = 0; round < node.min; round += 1)
        emitRound(node, emitter);
    if (node.max === Number.POSITIVE_INFINITY)
        emitLoop(node, emitter);
    else
        emitOptional(node, emitter);
}
function emitOptional(node, emitter) {
    const forks = Array.from({ length: Math.min(node.max - node.min, MAX_STEPS + 1) }, () => {
        const fork = emitter.steps.push({ do: 'match' }) - 1;
        emitRound(node, emitter);
        return fork;
    });
    for (const fork of forks)
        emitter.steps[fork] = makeFork(fork + 1, emitter.steps.length, node.isLazy);
}
function emitLoop(node, emitter) {
    const { steps } = emitter;
    const fork = steps.push({ do: 'match' }) - 1;
    emitRound(node, emitter);
    steps.push({ do: 'jump', to: fork });
    steps[fork] = makeFork(fork + 1, steps.length, node.isLazy);
}
function emitRound({ groups, body }, emitter) {
    if (groups.length > 0)
        emitter.steps.push({ do: 'forget', groups });
    emit(body, emitter);
}
function makeFork(inside, after, isLazy) {
    return isLazy ? { do: 'fork', first: after, second: inside } : { do: 'fork', first: inside, second: after };
}
/** The engine decides about one character, where it cannot be slow; answers are kept, since tags use few characters. */
function makeTest(source, flags) {
    const expression = new RegExp(`^${/^[{}]/.test(source) ? `\\${source}` : source}$`, flags.replace(/[^isu]/g, ''));
    const known = new Map();
    return (character) => {
        const answer = known.get(character) ?? expression.test(character);
        known.set(character, answer);
        return answer;
    };
}

;// CONCATENATED MODULE: ./.build/plan/regular-expression/pattern.js




/** Longest text that is matched; git refs on GitHub have at most 255 bytes. */
const MAX_TEXT = 10_000;
/** Look-arounds are tried at every place anew. */
const MAX_TEXT_WITH_LOOK = 512;
const MAX_SOURCE = 1_000;
/** Steps times characters: the worst case takes some 150 ns each, so this is less than a second. */
const MAX_WORK = 5_000_000;
/**
 * Reads `v(\d+)` or `/v(\d+)/i`. Back-references, flags within the expression and the flag `v` are not supported, because
 * their time cannot be bounded, or because nobody needs them for tags. A loop over something that may be empty and is lazy, such as
 * `(?:.*?)+`, may end earlier than the engine's.
 * @throws {ProblemError} naming what is wrong with it.
 */
function makePattern(text, where) {
    const problem = (wrong, accepted) => new plan_problem/* ProblemError */.Mm({ where, given: text, wrong, accepted });
    const [, wrapped, given] = /^\/(.+)\/([^/]*)$/s.exec(text) ?? [];
    const [source, flags] = [wrapped ?? text, given ?? ''];
    if (source.length > MAX_SOURCE)
        throw problem('is too long for a regular expression', `at most ${MAX_SOURCE} characters`);
    check(source, flags, problem);
    try {
        const { root, groups, names } = parseExpression(source, flags.includes('u'));
        const program = compileExpression(root, flags);
        return { groups, names, match: (subject) => run({ program, groups, flags, problem }, subject) };
    }
    catch (error) {
        if (error instanceof UnsupportedError)
            throw problem(`uses ${error.message}`, 'write it without, so that its time is bounded');
        throw error;
    }
}
function check(source, flags, problem) {
    const bad = flags.split('').find((flag) => !'dgimsuy'.includes(flag));
    if (bad !== undefined)
        throw problem(`has the flag ${JSON.stringify(bad)}`, 'the flags i, m, s, u and y are supported');
    try {
        new RegExp(source, flags);
    }
    catch (error) {
        throw problem('is no regular expression', error instanceof Error ? error.message.replace(/^Invalid regular expression: /, 'the engine says ') : String(error));
    }
}
function run({ program, groups, flags, problem }, subject) {
    const limit = program.some((step) => step.do === 'look') ? MAX_TEXT_WITH_LOOK : MAX_TEXT;
    if (subject.length > limit)
        throw problem(`is asked to match ${subject.length} characters`, `at most ${limit} characters are matched`);
    if (program.length * subject.length > MAX_WORK)
        throw problem(`is too long for a text of ${subject.length} characters`, 'write it with fewer or smaller repetitions');
    const characters = flags.includes('u') ? Array.from(subject) : subject.split('');
    const slots = findMatch(program, { characters, isMultiline: flags.includes('m'), isSticky: flags.includes('y') });
    return slots === undefined ? undefined : readGroups(slots, groups, characters);
}
function readGroups(slots, groups, characters) {
    return Array.from({ length: groups + 1 }, (_, group) => {
        const [start, end] = [slots[group * 2], slots[group * 2 + 1]];
        return start === undefined || end === undefined ? undefined : characters.slice(start, end).join('');
    });
}

// EXTERNAL MODULE: ./.build/plan/version/tag-version.js
var tag_version = __nccwpck_require__(4674);
;// CONCATENATED MODULE: ./.build/plan/rules/match.js




const match = {
    type: 'match',
    priority: 800,
    attributes: ['pattern', 'group', 'value'],
    summary: 'what the regular expression pattern= (or its group group=) finds in the git tag, or in value=',
    compile: (source) => {
        const { attributes, where, template } = source;
        const given = attributes.get('pattern');
        if (given === undefined)
            throw new plan_problem/* ProblemError */.Mm({ where, wrong: 'type=match has no pattern', accepted: 'write type=match,pattern=v(.*),group=1' });
        const pattern = given === '' ? undefined : makePattern(given, where);
        const group = readGroup(source, pattern);
        const value = attributes.get('value') ? template(attributes.get('value') ?? '') : undefined;
        return ({ versionText, scope }) => {
            const text = value === undefined ? versionText : value.render(scope);
            if (text === undefined)
                return nothing('the ref is no tag, and there is no value=');
            return pattern === undefined ? nothing('its pattern is empty') : find({ pattern, group }, text);
        };
    },
};
function find({ pattern, group }, text) {
    const found = pattern.match(text);
    if (found === undefined)
        return nothing(`its pattern does not match ${quote(text)}`);
    const part = found[group];
    if (part === undefined)
        return nothing(describeMissing(pattern, group, found));
    if (part === '')
        return nothing(`its pattern finds an empty text in ${quote(text)}`);
    const release = (0,tag_version/* readTagVersion */.f)(text);
    return { tags: [{ text: part, line: lineOf(part, text, release) }], release };
}
function describeMissing({ groups }, group, found) {
    const count = `${groups} group${groups === 1 ? '' : 's'}`;
    return group >= found.length ? `its pattern has ${count}, so there is no group ${group}` : `group ${group} took no part in the match`;
}
/** `0` is the whole match; a group may have a name. */
function readGroup({ attributes, where }, pattern) {
    const given = attributes.get('group') ?? '0';
    if (/^(?:0|[1-9]\d?)$/.test(given))
        return Number(given);
    const named = pattern?.names.get(given);
    if (named !== undefined)
        return named;
    const names = [...(pattern?.names.keys() ?? [])].join(', ');
    const accepted = `write a number from 0 (the whole match) to 99, without signs or leading zeros${names === '' ? '' : `, or a name: ${names}`}`;
    throw new plan_problem/* ProblemError */.Mm({ where, given: `group=${given}`, wrong: 'is no group', accepted });
}
/** The full version, or the whole of a text, is fixed; its leading numbers follow their line. */
function lineOf(part, text, release) {
    if (release === undefined)
        return { kind: 'other' };
    if (part === text || part.includes(release.text))
        return undefined;
    const numbers = part.replace(/^[vV]/, '');
    const isLeading = release.isStable && /^\d+(?:\.\d+)*$/.test(numbers) && release.release.join('.').startsWith(`${numbers}.`);
    return isLeading ? { kind: 'version', version: release.version, scheme: release.scheme, within: numbers } : { kind: 'other' };
}

// EXTERNAL MODULE: ./.build/plan/version/pep440.js
var pep440 = __nccwpck_require__(3996);
;// CONCATENATED MODULE: ./.build/plan/rules/version-rule.js





/** `type=semver` and `type=pep440`: a version read from the git tag or value=, printed by pattern=. */
function makeVersionRule({ type, names, read, summary }) {
    return {
        type,
        priority: 900,
        attributes: ['pattern', 'value', 'match', 'zero-major'],
        summary,
        compile: (source) => {
            const { attributes, where } = source;
            const pattern = readPattern(source, { type, names });
            const value = attributes.get('value') ? source.template(attributes.get('value') ?? '') : undefined;
            const filter = attributes.get('match') ? makePattern(attributes.get('match') ?? '', where) : undefined;
            return (facts) => {
                const text = value === undefined ? facts.versionText : value.render(facts.scope);
                if (text === undefined)
                    return nothing('the ref is no tag, and there is no value=');
                const part = filter === undefined ? text : applyFilter(filter, text);
                if (part === undefined)
                    return nothing(`match= does not match ${quote(text)}`);
                const reading = read(part);
                if (reading === undefined)
                    return nothing(`${quote(part)} is no ${type} version`);
                return print({ ...reading, isCut: isCut(reading, part, text) }, pattern, facts.scope);
            };
        },
    };
}
/** Whether match= took a stable version out of a tag that names a prerelease. */
function isCut(reading, part, text) {
    return reading.isStable && part !== text && (0,tag_version/* readTagVersion */.f)(text)?.isStable === false;
}
/** The first group where the pattern has one, else the whole match. */
function applyFilter(filter, text) {
    return filter.match(text)?.[filter.groups === 0 ? 0 : 1];
}
function readPattern(source, { type, names }) {
    const { attributes, where, template } = source;
    const given = attributes.get('pattern');
    if (given === undefined)
        throw new plan_problem/* ProblemError */.Mm({ where, wrong: `type=${type} has no pattern`, accepted: `write type=${type},pattern={{version}}` });
    const hasZero = (0,plan_attributes/* readBoolean */.Vf)(attributes.get('zero-major') ?? 'true', where, 'zero-major');
    return { stable: template(given, names), prerelease: makePrereleasePattern(given, source, names), hasZero };
}
/** A post-release moves `latest` along with the lines that it moves; printed in full alone it moves nothing, as it always did. */
function print(found, { stable, prerelease, hasZero }, scope) {
    const { scheme, version, isStable, isPost, isCut, major } = found;
    const pattern = isStable ? stable : prerelease;
    if (pattern === undefined)
        return nothing(`${version} is a prerelease, and its pattern names no version`);
    const line = version_rule_lineOf(pattern, found);
    if (!hasZero && major === '0' && line?.kind === 'version' && line.within === '0')
        return nothing('the major version is 0, and zero-major=false');
    const text = pattern.render({ ...scope, values: { ...scope.values, ...found.values } });
    if (text === '')
        return nothing(`its pattern is empty for ${version}`);
    const release = { scheme, version, isStable: isStable && !isCut };
    return { tags: [{ text, line }], release: isPost && line === undefined ? undefined : release };
}
const FULL = ['raw', 'version', 'prerelease', 'build'];
/** `{{major}}.{{minor}}`: what follows a line of releases, which no prerelease may move. */
const NUMBERS = /\{\{~?\s*(?:major|minor|patch)\s*~?\}\}(?:\.\{\{~?\s*(?:major|minor|patch)\s*~?\}\})*/;
/** For a prerelease the numbers stand for its full version, the text around them stays. Undefined where no version is left to print. */
function makePrereleasePattern(text, { template }, names) {
    const pattern = template(text, names);
    if (FULL.some((name) => pattern.uses.has(name)))
        return pattern;
    if (!['major', 'minor', 'patch'].some((name) => pattern.uses.has(name)))
        return undefined;
    const replaced = template(text.replace(NUMBERS, '{{version}}'), names);
    return replaced.uses.has('version') ? replaced : template('{{version}}', names);
}
/** A pattern is fixed where it prints the whole version; else it follows the line of the numbers it prints. */
function version_rule_lineOf({ uses }, { scheme, version, isStable, isPost, isCut, hasThreeParts, ...numbers }) {
    const printed = ['major', 'minor', 'patch'].filter((name) => uses.has(name));
    const isWhole = uses.has('version') || uses.has('raw') || (printed.length === 3 && hasThreeParts && !isPost);
    if (isWhole && !isCut)
        return undefined;
    if (!isStable || isCut || (printed.length > 0 && printed[0] !== 'major'))
        return { kind: 'other' };
    return { kind: 'version', version, scheme, within: printed.map((name) => numbers[name]).join('.') };
}

;// CONCATENATED MODULE: ./.build/plan/rules/pep440.js


const pep440_pep440 = makeVersionRule({
    type: 'pep440',
    names: pep440/* PEP440_NAMES */.v,
    read: pep440/* readPep440 */.W,
    summary: 'the Python version of the git tag (or of value=), as pattern= prints it; of a prerelease the full version alone',
});

;// CONCATENATED MODULE: ./.build/plan/rules/ref.js




const EVENTS = { branch: fromBranch, tag: fromTag, pr: fromPullRequest };
const ref = {
    type: 'ref',
    priority: 600,
    attributes: ['event'],
    summary: "with event=branch the branch's name, with event=tag the git tag's, with event=pr `pr-` and the pull request's number",
    compile: ({ attributes, where }) => {
        const event = attributes.get('event');
        const names = Object.keys(EVENTS);
        if (event === undefined)
            throw new plan_problem/* ProblemError */.Mm({ where, wrong: 'type=ref has no event', accepted: 'write event=branch, event=tag or event=pr' });
        if (!isEvent(event))
            throw (0,plan_attributes/* unknownName */.U0)({ where, given: `event=${event}`, wrong: 'is no event of type=ref', name: event }, names);
        return EVENTS[event];
    },
};
function isEvent(event) {
    return Object.hasOwn(EVENTS, event);
}
function fromBranch({ branch }) {
    return branch === undefined ? nothing('the ref is no branch') : { tags: [{ text: branch, line: { kind: 'branch', branch } }] };
}
/** A version is released once; another git tag (`stable`, `nightly`) may well be moved, and its image with it. */
function fromTag({ tag }) {
    if (tag === undefined)
        return nothing('the ref is no tag');
    const release = (0,tag_version/* readTagVersion */.f)(tag);
    return { tags: [{ text: tag, line: release === undefined ? { kind: 'other' } : undefined }], release };
}
function fromPullRequest({ pullRequest }) {
    if (pullRequest === undefined)
        return nothing('the ref is no pull request');
    return { tags: [{ text: pullRequest, prefix: 'pr-', line: { kind: 'pull-request', number: pullRequest } }] };
}

// EXTERNAL MODULE: ./.build/plan/version/variant.js
var version_variant = __nccwpck_require__(2634);
;// CONCATENATED MODULE: ./.build/plan/rules/reserved.js

/** Names that people take for something else than a branch. */
const RESERVED = /^(?:latest|sha-[0-9a-f]{7,64})$/;
/** Why a branch does not get the tag of its own name unless a rule says so; undefined where it does. */
function describeReserved({ text, line }) {
    if (line?.kind !== 'branch' || !RESERVED.test(text))
        return undefined;
    return `the branch is named ${text}, which stands for something else; a rule of its own would give it`;
}
/** The same for the names of versions, too. */
function describeReservedVersion(tag) {
    if (tag.line?.kind !== 'branch' || (0,semver/* readSemver */.P)(tag.text) === undefined)
        return describeReserved(tag);
    return `the branch is named ${tag.text}, like a released version; type=ref,event=branch would give it`;
}

;// CONCATENATED MODULE: ./.build/plan/rules/release.js







const release = {
    type: 'release',
    priority: 950,
    attributes: ['prefix-of-tag', 'channels', 'variants'],
    summary: 'of a released version `X.Y.Z`, `X.Y` and `X` (not 0), of a prerelease its full version alone, else the branch or `pr-` and the number',
    compile: (source) => {
        const prefix = source.attributes.get('prefix-of-tag') ?? '';
        const channels = readNames(source, 'channels');
        const variants = readNames(source, 'variants');
        return (facts) => {
            if (facts.versionText !== undefined)
                return fromVersion(facts.versionText, { prefix, channels, variants });
            return facts.branch === undefined ? fromPullRequest(facts) : withoutReserved(fromBranch(facts));
        };
    },
};
function withoutReserved(given) {
    const reason = 'tags' in given ? given.tags.map(describeReservedVersion).find((text) => text !== undefined) : undefined;
    return reason === undefined ? given : nothing(reason);
}
function fromVersion(tag, options) {
    const { prefix } = options;
    const found = (0,tag_version/* readTagVersion */.f)(tag);
    if (prefix !== '' && !tag.startsWith(prefix))
        return nothing(`the tag ${quote(tag)} does not begin with ${prefix}`);
    const version = prefix === '' ? found : (0,tag_version/* readTagVersion */.f)(tag.slice(prefix.length));
    if (version === undefined || version.release.length < 2)
        return nothing(`the tag ${quote(tag)} names no version of two to four parts`);
    if (!/^[vV]?$/.test(version.prefix))
        return nothing(`before its version the tag ${quote(tag)} has ${version.prefix}; to read it write prefix-of-tag=${prefix}${version.prefix}`);
    return describe(version, options);
}
function describe(version, { channels, variants }) {
    const { rest, variant } = (0,version_variant/* splitVariant */.m)(version.rest, variants);
    const bare = (0,tag_version/* readTagVersion */.f)(`${version.release.join('.')}${rest}`) ?? version;
    const suffix = variant === '' ? '' : `-${variant}`;
    const tags = [{ text: `${bare.text}${suffix}`, line: undefined }, ...floatingTags(bare, suffix), ...channelTags(bare, channels, suffix)];
    return { tags, release: variant === '' ? bare : undefined };
}
/** `X.Y` and `X` of X.Y.Z: the numbers before the last. 0 is left out, since with 0.x every minor release may break. */
function floatingTags({ release: numbers, isStable, version, scheme }, suffix) {
    if (!isStable)
        return [];
    const lines = numbers.slice(0, -1).map((_, index) => numbers.slice(0, index + 1).join('.'));
    const wanted = lines.toReversed().filter((within) => !/^0+$/.test(within));
    return wanted.map((within) => ({ text: `${within}${suffix}`, line: { kind: 'version', version, scheme, within } }));
}
const LONG_NAMES = { a: 'alpha', b: 'beta', c: 'rc' };
/** `stable` of a release; `next` and its own kind (`rc`, `beta`) of a prerelease. */
function channelTags({ rest, isStable, version, scheme }, wanted, suffix) {
    const kind = /[a-z]+/i.exec(rest)?.[0].toLowerCase() ?? '';
    const offered = isStable ? ['stable'] : ['next', LONG_NAMES[kind] ?? kind];
    const names = wanted.filter((name) => offered.includes(name));
    return names.map((channel) => ({ text: `${channel}${suffix}`, line: { kind: 'channel', channel, version, scheme } }));
}
/** Names between blanks, since a comma ends the attribute. */
function readNames({ attributes, where }, key) {
    const names = (attributes.get(key) ?? '').split(/[\s|]+/).filter((name) => name !== '');
    const bad = names.find((name) => !(0,reference/* isTag */.dz)(name));
    if (bad === undefined)
        return names;
    throw new plan_problem/* ProblemError */.Mm({
        where,
        given: `${key}=${names.join(' ')}`,
        wrong: `holds ${JSON.stringify(bad)}, which is no name`,
        accepted: `write names with blanks between them, such as ${key}=rc beta`,
    });
}

;// CONCATENATED MODULE: ./.build/plan/rules/schedule.js

const schedule = {
    type: 'schedule',
    priority: 1000,
    attributes: ['pattern'],
    summary: '`nightly`, or the text of pattern=, where a schedule started the workflow',
    compile: ({ attributes, template }) => {
        const pattern = template(attributes.get('pattern') || 'nightly');
        return ({ context, scope }) => {
            const { name } = context.event;
            if (!name.includes('schedule'))
                return nothing(name === '' ? 'there is no event' : `the event is ${name}, not schedule`);
            const text = pattern.render(scope);
            return text === '' ? nothing('its pattern is empty here') : { tags: [{ text, line: { kind: 'schedule' } }] };
        };
    },
};

;// CONCATENATED MODULE: ./.build/plan/rules/semver.js


const semver_semver = makeVersionRule({
    type: 'semver',
    names: semver/* SEMVER_NAMES */.i,
    read: semver/* readSemver */.P,
    summary: 'the semantic version of the git tag (or of value=), as pattern= prints it; of a prerelease the full version alone',
});

;// CONCATENATED MODULE: ./.build/plan/rules/sha.js


const FORMATS = ['short', 'long'];
const sha = {
    type: 'sha',
    priority: 100,
    attributes: ['format'],
    summary: 'the commit, short or with format=long in full',
    compile: ({ attributes, where }) => {
        const format = attributes.get('format') ?? 'short';
        if (!FORMATS.includes(format))
            throw (0,plan_attributes/* unknownName */.U0)({ where, given: `format=${format}`, wrong: 'is no format of a commit', name: format }, FORMATS);
        return ({ context, shortSha }) => {
            if (context.sha === '')
                return nothing('the commit is not known');
            return { tags: [{ text: format === 'long' ? context.sha : shortSha, prefix: 'sha-', line: undefined }] };
        };
    },
};

;// CONCATENATED MODULE: ./.build/plan/rules/list.js









/** Every type of rule there is, by priority. */
const RULE_TYPES = [schedule, release, semver_semver, pep440_pep440, match, edge, ref, raw, sha];

;// CONCATENATED MODULE: ./.build/plan/rules/rule-line.js




const COMMON = ['type', 'enable', 'priority', 'prefix', 'suffix', 'target'];
const TYPE_NAMES = RULE_TYPES.map(({ type }) => type);
const EVERY_ATTRIBUTE = [...new Set([...COMMON, ...RULE_TYPES.flatMap(({ attributes }) => attributes)])];
/**
 * Reads `type=semver,pattern={{version}}`; a line without a type is a raw value. Undefined for a line of nothing but commas.
 * @throws {ProblemError} for unknown types and attributes, with the nearest known one.
 */
function readRuleLine(line, where) {
    const fields = unwrap((0,csv/* splitFields */.Kp)(line.text, where), where);
    if (fields.length === 0)
        return undefined;
    const pairs = fields.map(plan_attributes/* readPair */.$T);
    const type = findType(pairs.findLast(({ key }) => key === 'type')?.value ?? 'raw', where);
    const attributes = new Map(pairs.map(({ key, value }) => [key ?? nameBareField(type, { value, fields, where }), value]));
    const notices = [...attributes.keys()].flatMap((key) => checkName(key, { type, where }));
    if (pairs.filter(({ key }) => key === undefined).length > 1)
        throw commaProblem(line.text, where, 'has several values');
    return { type, attributes, text: line.text, number: line.number, where, notices };
}
/** A whole rule may be in quotes, and a quoted field may be quoted once more: metadata-action needs both at times. */
function unwrap(fields, where) {
    const [only] = fields;
    if (fields.length === 1 && only !== undefined && /^type\s*=[^,]*,/i.test(only))
        return (0,csv/* splitFields */.Kp)(only, where);
    return fields.map((field) => (/^".*"$/s.test(field) ? ((0,csv/* splitFields */.Kp)(field, where)[0] ?? '') : field));
}
function findType(name, where) {
    const found = RULE_TYPES.find(({ type }) => type === name);
    if (found === undefined)
        throw (0,plan_attributes/* unknownName */.U0)({ where, given: `type=${name}`, wrong: 'is no type of rule', name }, TYPE_NAMES);
    return found;
}
/** Only a raw rule has a field without a name; elsewhere it is a comma too much, or a typing error. */
function nameBareField(type, { value, fields, where }) {
    if (type.type === 'raw')
        return 'value';
    if (fields.some((field) => /^(?:pattern|match|value)\s*=/i.test(field)))
        throw commaProblem(value, where);
    throw new plan_problem/* ProblemError */.Mm({
        where,
        given: value,
        wrong: `has no =`,
        accepted: `type=${type.type} knows ${[...COMMON, ...type.attributes].join(', ')}`,
    });
}
function commaProblem(given, where, wrong = 'has no name') {
    return new plan_problem/* ProblemError */.Mm({
        where,
        given,
        wrong: `${wrong}, since a comma ends a field`,
        accepted: 'put quotes around a field that holds a comma, such as "pattern=\\d{1,2}"',
    });
}
/** An attribute of another type does nothing here; it has always been accepted, so it is said rather than refused. */
function checkName(key, { type, where }) {
    const known = [...COMMON, ...type.attributes];
    if (known.includes(key))
        return [];
    if (EVERY_ATTRIBUTE.includes(key))
        return [`${where}: ${key}= does nothing with type=${type.type}`];
    throw (0,plan_attributes/* unknownName */.U0)({ where, given: key, wrong: `is no attribute of type=${type.type}`, name: key }, known);
}

;// CONCATENATED MODULE: ./.build/plan/rules/read-rules.js





/** What metadata-action does without a `tags` input. */
const DEFAULTS = ['type=schedule', 'type=ref,event=branch', 'type=ref,event=tag', 'type=ref,event=pr'];
/**
 * Reads the `tags` input, or the rules that stand for an empty one; they come by priority, those of one priority as they were written.
 * @param targets those that `target=` may name.
 * @throws {ProblemError}
 */
function readRules(input, readTemplate, targets = []) {
    const lines = (0,csv/* cutQuotedLines */._r)((0,csv/* inputLines */.KD)(input));
    const written = lines.length > 0 ? lines : DEFAULTS.map((text) => ({ text, number: 0, isCut: false }));
    const rules = (0,plan_problem/* collectAll */._U)(written, (line) => readRule(line, readTemplate, targets));
    return rules.filter((rule) => rule !== undefined).toSorted((a, b) => b.priority - a.priority);
}
function readRule(line, readTemplate, targets) {
    const where = line.number === 0 ? 'tags' : `tags, line ${line.number}`;
    const reference = readReference(line.text, where);
    if (reference !== undefined)
        return { ...readyRule(reference.line, readTemplate), only: reference.only };
    const read = readRuleLine(line, where);
    if (read === undefined)
        return undefined;
    const notices = line.isCut ? [...read.notices, `${where}: only the first line of a quoted text counts`] : read.notices;
    const target = read.attributes.get('target');
    if (target !== undefined)
        checkTarget(target, targets, where);
    return { ...readyRule({ ...read, notices }, readTemplate), ...(target === undefined ? {} : { target }) };
}
function checkTarget(target, targets, where) {
    if (targets === 'any' || targets.includes(target))
        return;
    const problem = { where, given: `target=${target}` };
    if (targets.length > 0)
        throw (0,plan_attributes/* unknownName */.U0)({ ...problem, wrong: 'is no target of the bake files', name: target }, targets);
    throw new plan_problem/* ProblemError */.Mm({ ...problem, wrong: 'says nothing without bake-files', accepted: 'leave it out, or name bake-files' });
}
function readyRule({ type, attributes, where, text, number, notices }, readTemplate) {
    const optional = (key) => {
        const value = attributes.get(key);
        return value === undefined ? undefined : readTemplate(value, where);
    };
    const parts = (0,plan_problem/* collect */.Fo)({
        run: () => type.compile({ attributes, where, template: (value, names) => readTemplate(value, where, names) }),
        priority: () => readPriority(attributes.get('priority'), type.priority, where),
        enable: () => readEnable(attributes.get('enable') ?? 'true', where, readTemplate),
        prefix: () => optional('prefix'),
        suffix: () => optional('suffix'),
    });
    return { ...parts, text: number === 0 ? `${text} (default)` : text, number, where, notices };
}
function readPriority(given, usual, where) {
    if (given === undefined)
        return usual;
    if (/^-?\d{1,9}$/.test(given))
        return Number(given);
    throw new plan_problem/* ProblemError */.Mm({
        where,
        given: `priority=${given}`,
        wrong: 'is no priority',
        accepted: 'write a whole number; the higher, the earlier',
    });
}
/** One that has no template is checked at once, whatever the event. */
function readEnable(given, where, readTemplate) {
    const template = readTemplate(given, where);
    if (template.uses.size === 0 && !given.includes('{{'))
        checkEnable(given, where);
    return template;
}
/** @throws {ProblemError} unless the text is true or false. */
function checkEnable(text, where) {
    if (text === 'true' || text === 'false')
        return text === 'true';
    const near = /^(?:true|false)$/i.test(text)
        ? `write ${text.toLowerCase()}`
        : 'write true, false or a {{ }} expression that gives one of them';
    throw new plan_problem/* ProblemError */.Mm({ where, given: `enable=${text}`, wrong: 'is neither true nor false', accepted: near });
}

// EXTERNAL MODULE: ./.build/plan/distinct-tags.js
var distinct_tags = __nccwpck_require__(4530);
;// CONCATENATED MODULE: ./.build/plan/rules/run-rules.js







/** Runs every rule. The tags come without duplicates, `latest` last unless a rule gave it. @throws {ProblemError} for an `enable` that renders to neither true nor false. */
function runRules(rules, flavor, facts) {
    const ran = (0,plan_problem/* collectAll */._U)(rules, (rule) => runRule(rule, flavor, facts));
    const given = ran.flatMap(({ tags }) => tags);
    const { tag: latest, reason } = decideLatest(ran, flavor, facts);
    const outcomes = ran.map(({ outcome }) => outcome).toSorted((a, b) => a.inputLine - b.inputLine);
    return {
        tags: (0,distinct_tags/* distinctTags */.Q)(latest === undefined ? given : [...given, latest], run_rules_reference),
        rules: outcomes,
        latest: { tag: latest?.name, reason },
    };
}
function runRule(rule, flavor, facts) {
    const outcome = (tags, reason) => ({
        rule: rule.text,
        inputLine: rule.number,
        tags: tags.map(({ name }) => name),
        reason,
    });
    const isEnabled = checkEnable(rule.enable.render(facts.scope).trim(), rule.where);
    const given = isEnabled
        ? rule.run(facts)
        : { reason: `${rule.enable.text.includes('{{') ? `enable=${rule.enable.text} is false here` : 'enable=false'}` };
    if ('reason' in given)
        return { tags: [], release: undefined, outcome: outcome([], given.reason) };
    const taken = rule.number === 0 ? given.tags.map(describeReserved).find((reason) => reason !== undefined) : undefined;
    if (taken !== undefined)
        return { tags: [], release: undefined, outcome: outcome([], taken) };
    const tags = given.tags.map((tag) => nameTag(tag, rule, { flavor, scope: facts.scope })).filter(({ name }) => name !== '');
    if (tags.length === 0)
        return { tags, release: undefined, outcome: outcome(tags, 'its text is empty here') };
    return { tags, release: rule.only === undefined ? given.release : undefined, outcome: outcome(tags, undefined) };
}
function nameTag({ text, prefix, line }, rule, { flavor, scope }) {
    const before = rule.prefix?.render(scope) ?? prefix ?? flavor.prefix.template.render(scope);
    const after = (rule.suffix ?? flavor.suffix.template).render(scope);
    return plan(`${before}${text}${after}`, line, rule);
}
function plan(text, line, { text: from, only }) {
    const name = makeTagName(text) ?? '';
    return { name, lifetime: line === undefined ? 'fixed' : 'floating', line, from, ...(only === undefined ? {} : { only }) };
}
/** With latest=auto every rule that read a version has a say, whatever its priority: a stable one brings `latest`, any other holds it back. */
function decideLatest(ran, flavor, facts) {
    if (!ran.some(({ tags }) => tags.some(({ only }) => only === undefined)))
        return { tag: undefined, reason: 'no rule gave a tag' };
    if (flavor.latest === 'never')
        return { tag: undefined, reason: 'the flavor says latest=false' };
    const releases = ran.map(({ release }) => release).filter((release) => release !== undefined);
    const stable = releases.find(({ isStable }) => isStable);
    const other = releases.find(({ isStable }) => !isStable);
    if (flavor.latest === 'auto' && other !== undefined)
        return { tag: undefined, reason: `${quote(other.version)} is no stable version` };
    if (flavor.latest === 'auto' && stable === undefined)
        return { tag: undefined, reason: 'no rule read a version' };
    const render = ({ template, onLatest }) => (onLatest ? template.render(facts.scope) : '');
    const text = `${render(flavor.prefix)}latest${render(flavor.suffix)}`;
    const reason = flavor.latest === 'always' ? 'the flavor says latest=true' : `${quote(stable?.version ?? '')} is a stable version`;
    return { tag: plan(text, latestLine(stable, facts), { text: 'flavor' }), reason };
}
/** What `latest` follows: the versions, or where there is none, whatever the ref is. */
function latestLine(stable, { branch, pullRequest }) {
    if (stable !== undefined)
        return { kind: 'version', version: stable.version, scheme: stable.scheme, within: '' };
    if (branch !== undefined)
        return { kind: 'branch', branch };
    return pullRequest === undefined ? { kind: 'other' } : { kind: 'pull-request', number: pullRequest };
}
function run_rules_reference({ name, only }) {
    return `${only === undefined ? '' : (0,reference/* formatRepository */.Sh)(only)}:${name}`;
}

;// CONCATENATED MODULE: ./.build/plan/dates.js
const FIELDS = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
};
/** Reads `Europe/Paris`, `UTC`, `EST` or `+09:00`; undefined for what is no time zone. */
function readZone(name) {
    const wall = makeFormat(name, 'en-US', FIELDS);
    if (wall === undefined)
        return undefined;
    const offsetAt = (at) => minutesBetween(wall.formatToParts(at), at);
    return { offsetAt, abbreviationAt: (at) => findLetters(name, at) ?? describeOffset(offsetAt(at)) };
}
/**
 * Formats an ISO 8601 time with Moment's tokens.
 * @see https://momentjs.com/docs/#/displaying/format/
 */
function formatTime(moment, time, { format, zone }) {
    const at = new Date(time);
    const abbreviation = () => zone.abbreviationAt(at);
    return Object.assign(moment.utc(at).utcOffset(zone.offsetAt(at)), { zoneAbbr: abbreviation, zoneName: abbreviation }).format(format);
}
function makeFormat(zone, locale, options) {
    try {
        return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    }
    catch {
        return undefined; // a RangeError: there is no such zone
    }
}
/** How far the clock on the wall is ahead of UTC. */
function minutesBetween(parts, at) {
    const read = (type) => Number(parts.find((part) => part.type === type)?.value);
    const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
    return Math.round((wall - at.getTime()) / 60_000);
}
/** Intl knows a zone's letters only in the locale of its people. */
const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'ja'];
function findLetters(zone, at) {
    const names = LOCALES.map((locale) => {
        const parts = makeFormat(zone, locale, { timeZoneName: 'short' })?.formatToParts(at) ?? [];
        return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
    });
    return names.find((name) => /^[A-Z]{3,5}$/.test(name) && name !== 'GMT');
}
function describeOffset(minutes) {
    const digits = (value) => String(value).padStart(2, '0');
    const rest = Math.abs(minutes) % 60;
    return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(Math.abs(minutes) / 60))}${rest === 0 ? '' : digits(rest)}`;
}

;// CONCATENATED MODULE: ./.build/plan/template-date.js

const FORM = "write {{date 'YYYYMMDD'}} or {{date 'YYYYMMDD' tz='Europe/Paris'}}, with quotes around the format";
/** `{{date 'YYYYMMDD' tz='Europe/Paris'}}` and `{{commit_date …}}`; the zone is UTC where none is given. */
function compileDate(name, call, compilation) {
    const { problem, moment } = compilation;
    const [format] = call.params;
    if (call.params.length !== 1 || format?.type !== 'StringLiteral')
        throw problem(`calls ${name} without a format in quotes`, FORM);
    const pairs = call.hash?.pairs ?? [];
    const option = pairs.find(({ key }) => key !== 'tz');
    if (option !== undefined)
        throw problem(`gives ${name} the unknown option ${JSON.stringify(option.key)}`, 'the one option is tz');
    const given = pairs.at(-1)?.value;
    if (given !== undefined && given.type !== 'StringLiteral')
        throw problem('has a time zone without quotes', FORM);
    const zoneName = given?.value ?? 'UTC';
    const zone = readZone(zoneName);
    if (zone === undefined) {
        throw problem(`has the unknown time zone ${JSON.stringify(zoneName)}`, "write a name such as tz='Europe/Paris', or an offset such as tz='+09:00'");
    }
    if (moment === undefined)
        throw new Error('the date library was not loaded: loadLibraries did not see this input');
    const style = { format: format.value, zone };
    return ({ scope }) => formatTime(moment, name === 'date' ? scope.now : scope.commitTime, style);
}

;// CONCATENATED MODULE: ./.build/plan/template-compiler.js



const BLOCKS = ['if', 'unless', 'each', 'with'];
const HELPERS = ['date', 'commit_date', 'lookup'];
function compileProgram(program, compilation) {
    const parts = (program?.body ?? []).map((statement) => compileStatement(statement, compilation));
    return (frame) => parts.map((part) => part(frame)).join('');
}
function compileStatement(node, compilation) {
    switch (node.type) {
        case 'ContentStatement':
            return () => node.value;
        case 'CommentStatement':
            return () => '';
        case 'MustacheStatement': {
            const evaluate = compileCall(node, compilation);
            return (frame) => template_compiler_print(evaluate(frame));
        }
        case 'BlockStatement':
            return compileBlock(node, compilation);
        case 'PartialStatement':
        case 'PartialBlockStatement':
        case 'Decorator':
        case 'DecoratorBlock':
            throw compilation.problem('uses a partial or a decorator', 'names, date, commit_date and the blocks if, unless, each, with are supported');
    }
}
function compileBlock(node, compilation) {
    const name = node.path.type === 'PathExpression' ? node.path.original : '';
    const isHelper = BLOCKS.includes(name);
    if (isHelper && node.params.length !== 1)
        throw compilation.problem(`has {{#${name}}} with ${node.params.length} arguments`, `write {{#${name} name}}`);
    const [argument] = node.params;
    const value = isHelper && argument !== undefined ? template_compiler_compileExpression(argument, compilation) : compileSection(node, name, compilation);
    const opensItem = name === 'each' || name === 'with';
    const body = compileProgram(node.program, opensItem ? { ...compilation, level: compilation.level + 1 } : compilation);
    const otherwise = compileProgram(node.inverse, compilation);
    if (opensItem)
        return (frame) => renderItems(itemsOf(value(frame), name), frame, { body, otherwise });
    const [taken, other] = name === 'unless' ? [otherwise, body] : [body, otherwise];
    return (frame) => (isEmpty(value(frame)) ? other(frame) : taken(frame));
}
/** `{{#name}}…{{/name}}` is there for a name that may be missing, so an unknown one is no error. */
function compileSection(node, name, compilation) {
    const isMissing = /^\w+$/.test(name) && node.params.length === 0 && !compilation.names.includes(name) && !HELPERS.includes(name);
    return isMissing ? giveNothing(`#${name}`, compilation) : compileCall(node, compilation);
}
function itemsOf(value, block) {
    if (isEmpty(value))
        return [];
    return block === 'each' && typeof value === 'object' ? value : [value];
}
function renderItems(items, frame, { body, otherwise }) {
    if (items.length === 0)
        return otherwise(frame);
    return items.map((item) => body({ scope: frame.scope, items: [...frame.items, item] })).join('');
}
function template_compiler_compileExpression(node, compilation) {
    if (node.type === 'PathExpression')
        return compilePath(node, compilation);
    if (node.type === 'SubExpression')
        return compileCall(node, compilation);
    return () => node.value;
}
/** `{{name}}`, `{{date 'YYYY'}}`, `{{lookup this 'name'}}`; `{{null}}` and the like are literals and give nothing. */
function compileCall(call, compilation) {
    const { path, params } = call;
    if (path.type === 'StringLiteral')
        return compileName([path.value], compilation);
    if (path.type !== 'PathExpression')
        return giveNothing('value' in path ? String(path.value) : '()', compilation);
    const name = path.original;
    if (name === 'date' || name === 'commit_date')
        return compileDate(name, call, compilation);
    const [, key] = params;
    if (name === 'lookup' && key?.type === 'StringLiteral')
        return compileName([key.value], compilation);
    if (params.length === 0 && call.hash === undefined)
        return compilePath(path, compilation);
    const near = (0,plan_problem/* nearest */.pA)(name, HELPERS);
    throw compilation.problem(`calls ${JSON.stringify(name)} with arguments`, `${near === undefined ? '' : `did you mean ${near}? `}only date and commit_date take arguments`);
}
function compilePath(path, compilation) {
    const parts = path.parts.filter((part) => typeof part === 'string');
    const { depth, data } = path;
    if (data && parts[0] === 'root')
        return compileName(parts.slice(1), compilation);
    if (depth > compilation.level)
        return giveNothing(path.original, compilation);
    if (data)
        throw compilation.problem(`reaches for {{${path.original}}}`, listNames(compilation));
    if (parts.length > 0)
        return compileName(parts, compilation);
    if (compilation.level === 0)
        throw compilation.problem('prints {{this}}, which is no text', listNames(compilation));
    return ({ items }) => items.at(-1 - depth);
}
function compileName([name = '', property, ...more], compilation) {
    const { names, uses } = compilation;
    if (!names.includes(name))
        throw unknown(name, compilation);
    if (property !== undefined && (property !== 'length' || more.length > 0))
        return giveNothing([name, property, ...more].join('.'), compilation);
    uses.add(name);
    return property === undefined ? ({ scope }) => scope.values[name] : ({ scope }) => lengthOf(scope.values[name]);
}
function giveNothing(name, { notice }) {
    notice(`{{${name}}} never gives anything`);
    return () => undefined;
}
function unknown(name, { names, problem }) {
    const sample = (0,plan_attributes/* unknownName */.U0)({ where: '', given: '', wrong: '', name }, names);
    return problem(`names {{${name}}}, which is not known here`, sample.problems[0]?.accepted ?? '');
}
function listNames({ names }) {
    return `accepted: ${names.join(', ')}`;
}
function lengthOf(value) {
    return typeof value === 'object' || typeof value === 'string' ? value.length : 0;
}
function isEmpty(value) {
    return !value || (typeof value === 'object' && value.length === 0);
}
function template_compiler_print(value) {
    return value === undefined ? '' : String(value);
}

;// CONCATENATED MODULE: ./.build/plan/template.js


/** Handlebars' blocks nest; this is far above what a tag needs and far below what would exhaust the stack. */
const MAX_LENGTH = 32_768;
/**
 * Reads a Handlebars template. Its syntax tree is run by our own code: nothing is generated, nothing but the given names is reachable.
 * @throws {ProblemError} for broken syntax, unknown names, formats and time zones, whether or not the template is rendered later.
 */
function makeTemplate({ text, where, names }, libraries) {
    if (!text.includes('{{'))
        return { text, uses: new Set(), notices: [], render: () => text };
    const uses = new Set();
    const notices = [];
    const problem = (wrong, accepted) => new plan_problem/* ProblemError */.Mm({ where, given: text, wrong, accepted });
    const { moment } = libraries;
    const program = compileProgram(parse(text, libraries, problem), {
        names,
        uses,
        problem,
        moment,
        level: 0,
        notice: (notice) => notices.push(`${where}: ${notice}`),
    });
    return { text, uses, notices, render: (scope) => program({ scope, items: [] }) };
}
function parse(text, { parseTemplate }, problem) {
    if (parseTemplate === undefined)
        throw new Error('the template parser was not loaded: loadLibraries did not see this input');
    if (text.length > MAX_LENGTH)
        throw problem('is too long for a template', `at most ${MAX_LENGTH} characters`);
    try {
        return parseTemplate(text);
    }
    catch (error) {
        const [summary = ''] = String(error instanceof Error ? error.message : error).split('\n');
        throw problem(`has broken {{ }} syntax (${summary.replace(/:$/, '')})`, 'write {{name}}, {{#if name}}…{{else}}…{{/if}}, or \\{{ for two braces that stand for themselves');
    }
}

;// CONCATENATED MODULE: ./.build/plan/make-naming.js








const GLOBAL_NAMES = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch'];
const DEFAULT_SHA_LENGTH = 7;
/**
 * Reads the inputs once, for many refs.
 * @returns what the image is to be called.
 * @throws {ProblemError} with every problem of every input, a rule being checked in full even where this event does not use it; the function
 *   it gives throws one for what only a ref shows, such as an `enable` that renders to neither true nor false.
 */
function readNaming(inputs, libraries) {
    const { images, common } = (0,plan_problem/* collect */.Fo)({
        images: () => (0,plan_images/* readImages */.H)(inputs.images),
        common: () => readCommon(inputs, libraries),
    });
    const notices = [...new Set([...images.notices, ...common.notices])];
    return (context) => nameImage({ ...common, notices, images: images.images }, context);
}
/**
 * Reads what the images of a run have in common: everything but their names.
 * @param targets of the bake files, which rules may be for.
 * @throws {ProblemError}
 */
function readCommon(inputs, libraries, targets = []) {
    const templates = [];
    const readTemplate = (text, where, names = []) => {
        const template = makeTemplate({ text, where, names: [...GLOBAL_NAMES, ...names] }, libraries);
        templates.push(template);
        return template;
    };
    const read = (0,plan_problem/* collect */.Fo)({
        rules: () => readRules(inputs.tags, readTemplate, targets),
        flavor: () => readFlavor(inputs.flavor, readTemplate),
        labels: () => readLabelLines(inputs.labels, 'labels', readTemplate),
        annotations: () => readLabelLines(inputs.annotations, 'annotations', readTemplate),
        levels: () => (0,plan_annotations/* readLevels */.II)(inputs['annotation-levels'], inputs.platforms),
        shaLength: () => readShaLength(inputs['short-sha-length']),
        version: () => inputs.version.trim(),
    });
    return { ...read, notices: [...read.rules, ...templates].flatMap((source) => source.notices) };
}
/** Names one image for a ref. @throws {ProblemError} for what only a ref shows. */
function nameImage({ images, notices, ...read }, context) {
    const facts = makeFacts(context, read.version, read.shaLength);
    const ran = (0,plan_problem/* collect */.Fo)({
        named: () => runRules(read.rules, read.flavor, facts),
        labels: () => renderLabels(read.labels, facts.scope, 'labels'),
        annotations: () => renderLabels(read.annotations, facts.scope, 'annotations'),
    });
    const { tags, rules, latest } = ran.named;
    const version = tags[0]?.name ?? '';
    const common = makeSourceLabels(context, version);
    const annotations = (0,plan_annotations/* placeAnnotations */.gM)(sortLabels({ ...common, ...ran.annotations }), read.levels);
    return { version, images, tags, rules, latest, labels: sortLabels({ ...common, ...ran.labels }), annotations, notices };
}
function makeFacts(context, version, shaLength) {
    const { ref, sha, repository, baseRef, commitTime, now } = context;
    const after = (prefix) => (ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined);
    const [branch, tag] = [after('refs/heads/'), after('refs/tags/')];
    const shortSha = sha.slice(0, shaLength);
    const isDefault = (branch ?? ref) === repository.defaultBranch; // some tools set GITHUB_REF without refs/heads/
    const values = {
        branch: branch ?? '',
        tag: tag ?? '',
        sha: shortSha,
        base_ref: baseRef,
        is_default_branch: isDefault,
        is_not_default_branch: !isDefault,
    };
    const scope = { values, now, commitTime: commitTime ?? now };
    const pullRequest = after('refs/pull/')?.replace(/\/merge$/, '');
    return { context, branch, tag, pullRequest, versionText: version === '' ? tag : version, shortSha, scope };
}
function readShaLength(input) {
    const text = input.trim();
    if (text === '')
        return DEFAULT_SHA_LENGTH;
    if (/^[1-9]\d{0,2}$/.test(text))
        return Number(text);
    throw new plan_problem/* ProblemError */.Mm({
        where: 'short-sha-length',
        given: input,
        wrong: 'is no length',
        accepted: 'write a whole number from 1 to 999',
    });
}

// EXTERNAL MODULE: ./.build/plan/bake/definition.js
var bake_definition = __nccwpck_require__(7927);
;// CONCATENATED MODULE: ./.build/plan/bake/name-targets.js







/**
 * Reads what a run's images are called: those of the bake files or, where there are none, its one image.
 * @throws {ProblemError} also for bake files that nothing can be built of.
 */
function readNamings(inputs, libraries, bake) {
    if (bake !== undefined)
        return readTargetNamings(inputs, libraries, bake);
    const name = readNaming(inputs, libraries);
    return (context) => [{ target: '', platforms: inputs.platforms, naming: name(context) }];
}
/**
 * Reads what the published targets are called: those that `images` names, and those with tags in their file. For one of the latter the
 * rules name the tags in the repositories that the file names; where no rule is for it, the file's tags stand as they are. Lines and rules for
 * a target of the files that is not built now say nothing.
 * @throws {ProblemError} for every mistake of the inputs, for every selected target that nothing would come of, and for bake files that
 *   nothing can be built of.
 */
function readTargetNamings(inputs, libraries, bake) {
    const { common, chosen } = (0,plan_problem/* collect */.Fo)({
        common: () => readCommon(inputs, libraries, bake.known),
        chosen: () => chooseTargets(inputs.images, bake),
    });
    const { published, given } = chosen;
    const hasRules = inputs.tags.trim() !== '';
    const read = (0,plan_problem/* collectAll */._U)(published, (target) => readTarget(target, { given, common, hasRules, inputs, libraries }));
    return (context) => read.map(({ target, platforms, own }) => ({ target, platforms, naming: nameImage(own, context) }));
}
/** Those that are published. @throws {ProblemError} for selected ones that nothing would come of, or what passes the checks by. */
function chooseTargets(images, bake) {
    const { definition, lines } = (0,plan_problem/* collect */.Fo)({
        definition: () => definitionOf(bake),
        lines: () => (0,plan_images/* readGivenImages */.GK)(images, bake.known),
    });
    const given = giveTargets(lines, definition);
    const { selected, targets } = definition;
    const published = targets.filter((target) => isPublished(target, given, definition));
    const calling = targets.filter((target) => selected.includes(target.name) && target.call !== 'build');
    const idle = targets.filter((target) => selected.includes(target.name) && !calling.includes(target) && !isOfUse(target, given));
    const isUnpublished = ({ name }) => selected.includes(name) && published.every((target) => target.name !== name);
    const bypassing = targets.filter((target) => isUnpublished(target) && target.outputs.some(bake_definition/* isPublishing */.uY));
    const problems = [...calling.map(describeCall), ...idle.map(describeIdle), ...bypassing.map(describeBypass)];
    if (problems.length > 0)
        throw new plan_problem/* ProblemError */.Mm(problems);
    return { published, given };
}
function definitionOf(bake) {
    if ('problem' in bake)
        throw bake.problem;
    return bake;
}
/** A line without a target means the only one that is selected. */
function giveTargets(given, { selected }) {
    const [only, ...others] = selected;
    return (0,plan_problem/* collectAll */._U)(given, ({ target, ...image }) => {
        if (target !== undefined)
            return { ...image, target };
        if (only !== undefined && others.length === 0)
            return { ...image, target: only };
        const accepted = `write the target before it, such as ${only ?? 'app'}=${image.image.name}; selected are ${selected.join(', ')}`;
        throw new plan_problem/* ProblemError */.Mm({ where: image.where, given: image.image.name, wrong: 'does not say which target it is for', accepted });
    });
}
/** A line that is switched off switches its target off, also where the file has tags for it. */
function isPublished({ name, tags }, given, { selected }) {
    const lines = given.filter(({ target }) => target === name);
    return lines.length > 0 ? lines.some(({ isEnabled }) => isEnabled) : selected.includes(name) && tags.length > 0;
}
function isOfUse({ name, tags, outputs }, given) {
    return tags.length > 0 || outputs.length > 0 || given.some(({ target }) => target === name);
}
function describeCall({ name, call }) {
    const accepted = `leave it out of targets, and run docker buildx bake ${name} in a step before`;
    return { where: 'targets', given: name, wrong: `has call=${call}, which builds nothing`, accepted };
}
function describeIdle({ name }) {
    const accepted = `name its image (images: ${name}=ghcr.io/owner/${name.toLowerCase()}), or give it tags (image in a compose file) or an output in its file`;
    return { where: 'targets', given: name, wrong: 'has neither an image nor an output, so nothing would come of it', accepted };
}
function describeBypass({ name }) {
    const accepted = `name its image (images: ${name}=ghcr.io/owner/${name.toLowerCase()}), or give it another output`;
    return { where: 'targets', given: name, wrong: 'has an output that would publish an image past all checks', accepted };
}
function readTarget(target, { given, common, hasRules, inputs, libraries }) {
    const platforms = inputs.platforms.length > 0 ? inputs.platforms : target.platforms;
    const levels = (0,plan_annotations/* readLevels */.II)(inputs['annotation-levels'], platforms);
    const lines = given.filter((line) => line.target === target.name);
    const rules = common.rules.filter((rule) => rule.target === undefined || rule.target === target.name);
    const { images, notices } = lines.length > 0 ? (0,plan_images/* enabledImages */.g$)(lines) : (0,plan_images/* enabledImages */.g$)(imagesOfFile(target));
    const isNamedByFile = lines.length === 0 && !(hasRules && rules.length > 0);
    const own = isNamedByFile ? { rules: rulesOfFile(target, libraries), images: [] } : { rules, images };
    return { target: target.name, platforms, own: { ...common, ...own, levels, notices: [...common.notices, ...notices] } };
}
/** The repositories of its tags. */
function imagesOfFile({ name, tags }) {
    const repositories = tags.map((tag) => tag.replace(/:[^:/]*$/, ''));
    return (0,plan_images/* readGivenImages */.GK)([...new Set(repositories)].join('\n'), []).map((image) => ({ ...image, where: whereOf(name) }));
}
/** Each of its tags as a rule that gives just that; `latest` where it says none. */
function rulesOfFile({ name, tags }, libraries) {
    const references = tags.map((tag) => completeReference(tag, name));
    const readTemplate = (text, where) => makeTemplate({ text, where, names: [] }, libraries);
    const rules = readRules(references.join('\n'), readTemplate);
    return rules.map((rule) => ({ ...rule, text: `${rule.text} of target ${name}`, number: 0 }));
}
/** `octo/app` is `docker.io/octo/app:latest`. */
function completeReference(tag, target) {
    const [, repository = tag, name = 'latest'] = /^(.+?)(?::([\w][\w.-]{0,127}))?$/.exec(tag) ?? [];
    if (/[\s,={}]/.test(tag))
        throw new plan_problem/* ProblemError */.Mm({ where: whereOf(target), given: tag, wrong: 'is no image name', accepted: 'write registry/path:tag' });
    return `${repository.includes('/') ? repository : `docker.io/library/${repository}`}:${name}`;
}
function whereOf(target) {
    return `bake-files, tags of target ${target}`;
}


/***/ }),

/***/ 5702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ DEFAULT_CONTEXT),
/* harmony export */   Dv: () => (/* binding */ checkoutFolder),
/* harmony export */   uN: () => (/* binding */ isRemoteContext)
/* harmony export */ });
/** As build-push-action takes it, with or without blanks. @see https://github.com/docker/build-push-action#git-context */
const DEFAULT_CONTEXT = /^\{\{\s*defaultContext\s*\}\}/;
/** The folder whose checkout is built: that of the context, or the working folder where it is none of this machine, or bake files say it. */
function checkoutFolder(context, hasBakeFiles) {
    return hasBakeFiles || context === '' || isRemoteContext(context) ? '.' : context;
}
/** Whether a build context is no folder on this machine: a URL, a Git repository, an image, another target, standard input. @see https://docs.docker.com/build/concepts/context/ */
function isRemoteContext(context) {
    return (DEFAULT_CONTEXT.test(context) || /^[a-z][a-z0-9+.-]*:\/\/|^(?:target|docker-image):|^[\w.-]+@[\w.-]+:|^github\.com\/|^-$/.test(context));
}


/***/ }),

/***/ 112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ buildsCheckout),
/* harmony export */   x: () => (/* binding */ otherCheckout)
/* harmony export */ });
/* harmony import */ var _build_context_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5702);

/** Whether what is built may be of the working folder. */
function buildsCheckout({ source, bake, context }) {
    return source === undefined && (bake !== undefined || !(0,_build_context_js__WEBPACK_IMPORTED_MODULE_0__/* .isRemoteContext */ .uN)(context));
}
/** What stands against a build of the checkout, where that is another commit than the one the given ref has. */
function otherCheckout(build, { ref, sha, checkedOut }) {
    if (!buildsCheckout(build) || checkedOut === undefined || checkedOut === sha)
        return [];
    return [
        {
            where: 'ref',
            given: ref,
            wrong: `is commit ${sha.slice(0, 12)}, and ${checkedOut.slice(0, 12)} is checked out, which would be built under its name`,
            accepted: 'check it out (actions/checkout with this ref), or build from GitHub (context: "{{defaultContext}}")',
        },
    ];
}


/***/ }),

/***/ 804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x0: () => (/* binding */ hasGates),
  uG: () => (/* binding */ hasTests),
  B2: () => (/* binding */ parseChecks),
  fw: () => (/* binding */ readSignedTag)
});

// EXTERNAL MODULE: ./.build/plan/attributes.js
var attributes = __nccwpck_require__(6483);
// EXTERNAL MODULE: ./.build/plan/images.js
var plan_images = __nccwpck_require__(9368);
// EXTERNAL MODULE: ./.build/plan/lists.js
var lists = __nccwpck_require__(1497);
// EXTERNAL MODULE: ./.build/plan/platform.js
var plan_platform = __nccwpck_require__(6141);
// EXTERNAL MODULE: ./.build/plan/problem.js
var problem = __nccwpck_require__(3323);
// EXTERNAL MODULE: ./.build/plan/sizes.js
var sizes = __nccwpck_require__(7678);
// EXTERNAL MODULE: ./.build/plan/csv.js
var csv = __nccwpck_require__(8380);
// EXTERNAL MODULE: ./.build/plan/json.js
var json = __nccwpck_require__(2040);
// EXTERNAL MODULE: ./.build/plan/parse-json.js
var parse_json = __nccwpck_require__(4058);
;// CONCATENATED MODULE: ./.build/plan/test-commands.js





/**
 * Reads the input `test`, a command a line; blank lines and comments are none.
 * @param targets those that a line may begin with, as in `web: python -m web`.
 * @throws {ProblemError}
 */
function readTests(input, targets) {
    return (0,problem/* collectAll */._U)((0,csv/* inputLines */.KD)(input), (line) => {
        const where = `test, line ${line.number}`;
        const { target, text } = splitTarget(line.text, where, targets);
        return { inputLine: line.number, target, text, argv: text.startsWith('[') ? readExecForm(text, where) : ['sh', '-c', text] };
    });
}
/** What stands before a colon is a target: no program's name ends with one. */
function splitTarget(line, where, targets) {
    const [, name, command = ''] = /^([\w-]+):(?:\s+(.*))?$/.exec(line) ?? [];
    if (name === undefined || targets.length === 0)
        return { target: undefined, text: line };
    if (targets !== 'any' && !targets.includes(name))
        throw (0,attributes/* unknownName */.U0)({ where, given: line, wrong: `names ${name}, which is no target of the bake files`, name }, targets);
    if ((0,csv/* inputLines */.KD)(command).length === 0)
        throw new problem/* ProblemError */.Mm({ where, given: line, wrong: 'has no command', accepted: `write one after ${name}:` });
    return { target: name, text: command };
}
/** `["/app", "--version"]`, as in a Dockerfile. @see https://docs.docker.com/reference/dockerfile/#shell-and-exec-form */
function readExecForm(text, where) {
    const words = (0,json/* asList */.DD)((0,parse_json/* parseJson */.q)(text));
    const [program, ...args] = words.every((word) => typeof word === 'string') ? words : [];
    if (program !== undefined && program !== '')
        return [program, ...args];
    if (/^\[{1,2} /.test(text))
        return ['sh', '-c', text]; // the shell's own test command
    const accepted = 'write program and arguments as a JSON list of texts, such as ["/app", "--version"], or a line for the shell';
    throw new problem/* ProblemError */.Mm({ where, given: text, wrong: 'begins as a list and is none', accepted });
}

;// CONCATENATED MODULE: ./.build/plan/checks.js







/**
 * Reads the gates. A platform they name has to be that of an image, and a target one of the bake files.
 * @throws {ProblemError} with every mistake of all of them.
 */
function parseChecks(text, bake) {
    const built = readBuilt(text, bake);
    return (0,problem/* collect */.Fo)({
        tests: () => refuseImageless(readTests(text('test'), built.targets), 'test', built),
        services: () => undefined,
        testPlatforms: () => (0,problem/* collectAll */._U)((0,lists/* readItems */.F1)(text('test-platforms')), (item) => imagePlatform(item, 'test-platforms', built)),
        testTimeoutMs: () => (0,lists/* parseDurationMs */.yi)(text('test-timeout'), 'test-timeout'),
        maxSizes: () => refuseImageless(readSizeLimits(text('max-size'), built), 'max-size', built),
        maxGrowth: () => (text('max-growth').trim() === '' ? undefined : (0,sizes/* parseGrowth */.LQ)(text('max-growth'), 'max-growth')),
    });
}
/** Whether anything is to be run in the image. */
function hasTests({ tests, services }) {
    return tests.length > 0 || services !== undefined;
}
/** Whether anything may be held against the image once it is built. */
function hasGates({ maxSizes, maxGrowth, ...checks }) {
    return hasTests(checks) || maxSizes.length > 0 || maxGrowth !== undefined;
}
function readBuilt(text, bake) {
    const given = (0,lists/* readItems */.F1)(text('platforms')).flatMap((item) => (0,problem/* ifValid */.S6)(() => (0,plan_platform/* formatPlatform */.B)((0,plan_platform/* parsePlatform */.F)(item))));
    if (bake === undefined)
        return { platforms: given, targets: [], imageless: [] };
    if ('problem' in bake)
        return { platforms: undefined, targets: bake.known, imageless: [] };
    const imageless = (0,problem/* ifValid */.S6)(() => findImageless(text('images'), bake)).flat();
    return { platforms: given.length > 0 ? given : findPlatforms(bake, imageless), targets: bake.known, imageless };
}
/** Undefined where a target leaves them to the builder, or this run does not build it: what bake prints is silent about it. */
function findPlatforms({ targets, known }, imageless) {
    const ofImages = targets.filter(({ name }) => !imageless.includes(name)).map(({ platforms }) => platforms);
    const areTold = targets.length === known.length && ofImages.length > 0 && ofImages.every(({ length }) => length > 0);
    return areTold ? [...new Set(ofImages.flat().map(plan_platform/* formatPlatform */.B))] : undefined;
}
/** A line of `images` without a target is for the one that is selected; one that is switched off names its target all the same. */
function findImageless(images, { targets, known, selected }) {
    const named = (0,plan_images/* readGivenImages */.GK)(images, known).flatMap(({ target }) => target ?? selected);
    return targets.filter(({ name, tags }) => tags.length === 0 && !named.includes(name)).map(({ name }) => name);
}
function refuseImageless(gates, where, { imageless }) {
    const idle = [...new Set(gates.flatMap(({ target }) => target ?? []))].filter((target) => imageless.includes(target));
    if (idle.length === 0)
        return gates;
    const wrong = 'is a target that no image is published of';
    throw new problem/* ProblemError */.Mm(idle.map((given) => ({ where, given, wrong, accepted: `name its image in images (${given}=ghcr.io/owner/app)` })));
}
/** `300 MB` for all platforms, `linux/arm64=200 MB` for one, `web=200 MB` for a target of the bake files. */
function readSizeLimits(text, built) {
    const limits = (0,problem/* collectAll */._U)((0,lists/* readLines */.Se)(text.replaceAll(',', '\n')), (line) => {
        const [, name, size] = /^([^=]*)=(.*)$/.exec(line) ?? [];
        const target = built.targets === 'any' ? undefined : built.targets.find((each) => each === name?.trim());
        const platform = name === undefined || target !== undefined ? undefined : imagePlatform(name.trim(), 'max-size', built);
        return { platform, target, limit: (0,sizes/* parseSize */.DB)(size ?? line, 'max-size') };
    });
    const isSame = (a, b) => a.platform === b.platform && a.target === b.target;
    const twice = limits.find((limit, index) => limits.findIndex((other) => isSame(other, limit)) < index);
    if (twice === undefined)
        return limits;
    const wrong = `is a second limit for ${twice.target ?? twice.platform ?? 'all platforms'}`;
    throw new problem/* ProblemError */.Mm({ where: 'max-size', given: twice.limit.text, wrong, accepted: 'write one limit, or one a platform' });
}
function imagePlatform(text, where, { platforms, targets }) {
    if (targets === 'any')
        return text; // what it may be is told by the bake files, which cannot be read
    if (targets.length > 0 && !text.includes('/'))
        throw (0,attributes/* unknownName */.U0)({ where, given: text, wrong: 'is neither a platform nor a target', name: text }, targets);
    const platform = (0,plan_platform/* formatPlatform */.B)((0,plan_platform/* parsePlatform */.F)(text, where));
    if (platforms === undefined || platforms.includes(platform))
        return platform;
    const accepted = platforms.length === 0 ? 'name it in platforms, which is empty' : `images are for ${platforms.join(', ')}`;
    throw new problem/* ProblemError */.Mm({ where, given: text, wrong: 'is the platform of no image', accepted });
}
/** Reads `require-signed-tag`. @throws {ProblemError} */
function readSignedTag(text) {
    if (text.includes('-----BEGIN PGP PUBLIC KEY BLOCK-----'))
        return { kind: 'keys', format: 'openpgp', keys: text };
    if (/^(\S+ )*(ssh-[a-z0-9]+|ecdsa-[a-z0-9-]+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/=]{32}/m.test(text))
        return { kind: 'keys', format: 'ssh', keys: text };
    const choice = text === '' ? 'false' : text.toLowerCase();
    if (choice === 'true' || choice === 'false')
        return { kind: choice === 'true' ? 'github' : 'no' };
    const given = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const accepted = 'write true (GitHub says whether the signature is verified), or public keys: an OpenPGP block, or SSH keys one a line';
    throw new problem/* ProblemError */.Mm({ where: 'require-signed-tag', given, wrong: 'is neither true, false nor public keys', accepted });
}


/***/ }),

/***/ 8380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ inputLines),
/* harmony export */   Kp: () => (/* binding */ splitFields),
/* harmony export */   _r: () => (/* binding */ cutQuotedLines),
/* harmony export */   nL: () => (/* binding */ quoteField)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);

/** The lines that say something: neither blank nor a `#` comment. */
function inputLines(input) {
    const lines = input.split(/\r\n|\n|\r/).map((text, index) => ({ number: index + 1, text: text.trim() }));
    return lines.filter(({ text }) => text !== '' && !text.startsWith('#'));
}
/**
 * Of a quoted text that goes on over several lines only the first line counts, without the quote: that is how metadata-action reads
 * rules, and a rule has no line breaks. `isCut` marks such a line, so that it can be said.
 */
function cutQuotedLines(lines) {
    const [first, ...others] = lines;
    if (first === undefined)
        return [];
    const closing = OPEN_QUOTE.test(first.text) ? others.findIndex(({ text }) => (text.split('"').length - 1) % 2 === 1) : -1;
    if (closing < 0)
        return [{ ...first, isCut: false }, ...cutQuotedLines(others)];
    return [{ ...first, text: first.text.replace(OPEN_QUOTE, '$1$2'), isCut: true }, ...cutQuotedLines(others.slice(closing + 1))];
}
/** A quote that begins a field and is not closed on its line. */
const OPEN_QUOTE = /(^|,\s*)"([^"]*)$/;
/**
 * Splits one line at its commas. A comma stands for itself within `{{ }}` and within quotes, which may be around the field
 * (`"pattern=\d{1,2}"`) or around its value (`pattern="\d{1,2}"`); a quote within quotes is doubled. A blank and `#` begin a comment.
 * Fields are trimmed; empty ones are left out.
 * @throws {ProblemError} for a quote without its partner, or one in the middle of a field.
 */
function splitFields(line, where) {
    const fields = [];
    for (let rest = line; rest !== undefined;) {
        const text = rest.trimStart();
        if (text.startsWith('#') && text !== rest)
            break;
        const read = readField(text, where);
        fields.push(read.field.trim());
        rest = read.rest;
    }
    return fields.filter((field) => field !== '');
}
function readField(text, where) {
    if (text.startsWith('"'))
        return readQuoted(text, 0, where);
    for (let at = 0; at < text.length; at += 1) {
        const closing = text.startsWith('{{', at) ? text.indexOf('}}', at) : -1;
        if (closing >= 0)
            at = closing + 1;
        else if (text[at] === ',')
            return { field: text.slice(0, at), rest: text.slice(at + 1) };
        else if (beginsComment(text, at))
            return { field: text.slice(0, at), rest: undefined };
        else if (text[at] === '"')
            return readQuotedValue(text, at, where);
    }
    return { field: text, rest: undefined };
}
function readQuotedValue(text, at, where) {
    if (text.indexOf('=') !== at - 1) {
        const accepted = 'put quotes around the whole field or around its value, and double a quote that stands for itself';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong: 'has a quote in its middle', accepted });
    }
    return readQuoted(text, at, where);
}
function readQuoted(text, at, where) {
    const quoted = /^"((?:[^"]|"")*)"[ \t]*(?:,|$|(?=#))/.exec(text.slice(at));
    const [whole, value] = quoted ?? [];
    if (whole === undefined || value === undefined) {
        const accepted = 'close the quote before the next comma or the end of the line, and double a quote that stands for itself';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong: 'has a quote that is not closed', accepted });
    }
    const rest = whole.endsWith(',') ? text.slice(at + whole.length) : undefined;
    return { field: text.slice(0, at) + value.replaceAll('""', '"'), rest };
}
function beginsComment(text, at) {
    return text[at] === '#' && /\s/.test(text[at - 1] ?? '');
}
/** A field as buildx reads it among others. @see https://www.rfc-editor.org/rfc/rfc4180 */
function quoteField(field) {
    return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}


/***/ }),

/***/ 1410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ makeImprint),
  f: () => (/* binding */ recordFromImprint)
});

// EXTERNAL MODULE: ./.build/plan/json.js
var json = __nccwpck_require__(2040);
// EXTERNAL MODULE: ./.build/plan/platform.js
var platform = __nccwpck_require__(6141);
// EXTERNAL MODULE: ./.build/plan/bake/definition.js
var bake_definition = __nccwpck_require__(7927);
;// CONCATENATED MODULE: ./.build/plan/bake/describe-target.js



/** What says nothing of the content: where an image goes, and where its cache is. */
const ELSEWHERE = ['tags', 'output', 'cache-from', 'cache-to', 'no-cache', 'no-cache-filter', 'pull', 'annotations', 'description'];
/** What decides the content of a target's image beside the commit, its bases included, as canonical JSON: the same text means the same build. */
function describeTarget(target, definition, { build, labels }) {
    const { buildArgs, reproducible, attests, sbom, extraArgs, secretIds, platforms } = build;
    return canonical({
        target,
        targets: Object.fromEntries((0,bake_definition/* withBases */.bL)(definition, [target]).map(({ name, source }) => [name, withoutElsewhere(source)])),
        platforms: platforms.map(platform/* formatPlatform */.B).sort(),
        buildArgs: Object.fromEntries(buildArgs),
        secretIds: [...secretIds].sort(),
        labels,
        packing: definition.targets.filter(({ name }) => name === target).map(bake_definition/* packingOf */.bp),
        reproducible,
        attests,
        sbom,
        extraArgs,
    });
}
function withoutElsewhere(source) {
    return Object.fromEntries(Object.entries((0,json/* without */.FF)(source, ELSEWHERE)).map(([key, value]) => [key, key === 'context' ? withoutCommit(value) : value]));
}
/** A Git context of the commit names it, and the commit is compared by itself. */
function withoutCommit(context) {
    return typeof context === 'string' ? context.replace(/#[0-9a-f]{40,64}$/, '') : context;
}
/** With the keys of all objects in order. */
function canonical(value) {
    return JSON.stringify(value, (_, inner) => typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries((0,json/* asObject */.eB)(inner)).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}

// EXTERNAL MODULE: ./.build/plan/record.js
var record = __nccwpck_require__(5547);
;// CONCATENATED MODULE: ./.build/plan/definition.js



/** Adds the record to the naming's labels and annotations; a label of the user's wins. */
function makeImprint({ target, naming, platforms, build, context, hash }) {
    const definition = hash(describe(target, build, naming.labels)).slice(0, 16);
    const own = Object.entries({ [record/* REF_LABEL */.Hk]: context.ref, [record/* DEFINITION_LABEL */.Hn]: definition }).filter(([, value]) => value !== '');
    return {
        labels: sortKeys({ ...Object.fromEntries(own), ...naming.labels }),
        annotations: [...naming.annotations, ...runAnnotations(platforms, context)],
    };
}
/** What the image will say of itself when somebody reads it back. */
function recordFromImprint({ labels, annotations }) {
    return (0,record/* recordFromLabels */.Dk)({ ...Object.fromEntries(annotations.map(({ key, value }) => [key, value])), ...labels });
}
/**
 * The run's number is an annotation and no label: the image itself stays the same from run to run. It stands on what a tag points
 * at: the index of several platforms, else the manifest.
 */
function runAnnotations(platforms, { run }) {
    if (run.number === '')
        return [];
    return [{ level: platforms.length > 1 ? 'index' : 'manifest', platform: undefined, key: record/* RUN_LABEL */.jQ, value: run.number }];
}
/** Labels that follow from commit and repository, and say nothing about how it is built. */
const GENERATED = /^org\.opencontainers\.image\./;
function describe(target, build, labels) {
    if (build.bake === undefined)
        return describeDefinition(build, labels);
    return describeTarget(target, build.bake, { build, labels: withoutGenerated(labels) });
}
function withoutGenerated(labels) {
    return Object.fromEntries(Object.entries(labels).filter(([key]) => !GENERATED.test(key)));
}
/** What decides the content of a build beside the commit, as canonical JSON: the same text means the same build. */
function describeDefinition(build, labels) {
    const { file, target, reproducible, buildArgs, buildContexts, network, attests, sbom, extraArgs, secretIds } = build;
    return JSON.stringify({
        context: build.context.replace(/#[0-9a-f]{40,64}$/, ''),
        file,
        target,
        platforms: build.platforms.map(platform/* formatPlatform */.B).sort(),
        buildArgs: buildArgs.toSorted(byKey),
        buildContexts: [...buildContexts].sort(),
        secretIds: [...secretIds].sort(),
        labels: Object.entries(withoutGenerated(labels)),
        network,
        reproducible,
        attests,
        sbom,
        extraArgs,
    });
}
function sortKeys(labels) {
    return Object.fromEntries(Object.entries(labels).sort(byKey));
}
function byKey([a], [b]) {
    return a === b ? 0 : a < b ? -1 : 1;
}


/***/ }),

/***/ 4530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ distinctTags)
/* harmony export */ });
/**
 * Each tag once. The first place counts; the line is that of whichever knows more of it, so that a raw `latest` is guarded like an automatic one.
 * @param keyOf what makes two tags the same.
 */
function distinctTags(tags, keyOf) {
    const found = new Map();
    for (const tag of tags) {
        const key = keyOf(tag);
        const first = found.get(key);
        if (first === undefined)
            found.set(key, tag);
        else if (first.line?.kind === 'other' && first.lifetime === 'floating')
            found.set(key, { ...tag, from: first.from });
    }
    return [...found.values()];
}


/***/ }),

/***/ 2353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ parseEarlyInputs),
/* harmony export */   o: () => (/* binding */ presumeEarlyInputs)
/* harmony export */ });
/* harmony import */ var _expand_ref_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2658);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1020);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1497);
/* harmony import */ var _naming_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(162);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3323);





/** @throws {ProblemError} with every mistake in them. */
function parseEarlyInputs(raw) {
    const text = (name) => raw[name] ?? '';
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .collect */ .Fo)({
        prHeadSha: () => (0,_naming_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readPrHeadSha */ .h)(text('pr-head-sha')),
        ref: () => (0,_expand_ref_js__WEBPACK_IMPORTED_MODULE_0__/* .expandRef */ .Y)(text('ref'), 'ref'),
        refSource: () => (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .parseChoice */ .HU)(text('ref-source'), ['workflow', 'git'], 'ref-source'),
        timeoutMs: () => (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDurationMs */ .yi)(text('timeout'), 'timeout'),
    });
}
/** Those that are right, and what is usual in the place of those that are not: that is told later, with every other mistake. */
function presumeEarlyInputs(raw) {
    try {
        return parseEarlyInputs(raw);
    }
    catch (error) {
        if (!(error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_4__/* .ProblemError */ .Mm))
            throw error;
        const wrong = error.problems.map(({ where }) => [where, '']);
        return parseEarlyInputs((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .completeInputs */ .h5)({ ...raw, ...Object.fromEntries(wrong) }));
    }
}


/***/ }),

/***/ 2658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ expandRef)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);

/**
 * A full ref from what people type: `tags/v1.2.3`, `heads/main` and `pull/7` stand for the refs they are short for, as git has it.
 * @throws {ProblemError} for a bare name, which may be a branch or a tag: neither has to exist yet, so nothing can tell.
 */
function expandRef(given, where) {
    const text = given.trim();
    const full = /^(?:heads|tags|pull)\/./.test(text) ? `refs/${text}` : text;
    if (/^refs\/pull\/\d+$/.test(full))
        return `${full}/merge`;
    if (full === '' || /^refs\/./.test(full))
        return full;
    if (/^(?:HEAD|[0-9a-f]{40})$/.test(text)) {
        const accepted = 'write refs/tags/… or refs/heads/…, and check that commit out';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong: 'names a commit, and no tag or branch that rules could read', accepted });
    }
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({
        where,
        given: text,
        wrong: 'may be a branch or a tag',
        accepted: `write refs/tags/${text} or refs/heads/${text}`,
    });
}


/***/ }),

/***/ 6163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ givenNames)
/* harmony export */ });
/** The names of those inputs that ask for something: neither for nothing, nor for what is usual. */
function givenNames(inputs, text) {
    return inputs.filter(({ name, default: usual = '' }) => ![usual, ''].includes(text(name).trim().toLowerCase())).map(({ name }) => name);
}


/***/ }),

/***/ 9368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GK: () => (/* binding */ readGivenImages),
/* harmony export */   H: () => (/* binding */ readImages),
/* harmony export */   g$: () => (/* binding */ enabledImages)
/* harmony export */ });
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6483);
/* harmony import */ var _csv_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8380);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3323);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8229);




/**
 * Reads the `images` input: a name a line, or names with commas between them, or `name=ghcr.io/owner/app,enable=false`. The same image
 * twice counts once. An empty input gives no image.
 * @throws {ProblemError}
 */
function readImages(input) {
    const given = readGivenImages(input, []);
    if ((0,_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLines */ .KD)(input).length > 0 && given.every(({ isEnabled }) => !isEnabled)) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({
            where: 'images',
            given: input,
            wrong: 'leaves no image',
            accepted: 'name at least one image that has not enable=false',
        });
    }
    return enabledImages(given);
}
/** Reads the lines one by one. @param targets those that a line may begin with. @throws {ProblemError} */
function readGivenImages(input, targets) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)((0,_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLines */ .KD)(input), ({ text, number }) => readLine(text, `images, line ${number}`, targets)).flat();
}
/** Those that are not switched off, each once. */
function enabledImages(given) {
    const enabled = given.filter(({ isEnabled }) => isEnabled);
    const images = new Map(enabled.map(({ image }) => [image.name, image]));
    return { images: [...images.values()], notices: enabled.flatMap(({ notices }) => notices) };
}
function readLine(text, where, targets) {
    const [first = '', ...others] = (0,_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .splitFields */ .Kp)(text, where);
    const fields = others.length === 0 && first.includes(',') ? (0,_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .splitFields */ .Kp)(first, where) : [first, ...others]; // the whole line was in quotes
    const pairs = fields.filter((field) => field !== '').map(_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .readPair */ .$T);
    if (pairs.every(({ key }) => key === undefined))
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)(pairs, ({ value }) => ({ ...readImage(value, where), target: undefined, isEnabled: true, where }));
    const target = targets.length === 0 ? undefined : findTarget(pairs, { where, text, targets });
    const named = pairs.map((pair) => (isTargetKey(pair.key) && target !== undefined ? { ...pair, key: 'name' } : pair));
    return [{ ...readAttributes(named, where, text), target, where }];
}
function isTargetKey(key) {
    return key !== undefined && !ATTRIBUTES.includes(key);
}
/** Keys come in lower case, targets may have any. */
function findTarget(pairs, { where, text, targets }) {
    const key = pairs.find((pair) => isTargetKey(pair.key))?.key;
    if (targets === 'any')
        return key;
    const target = targets.find((name) => name.toLowerCase() === key);
    if (key !== undefined && target === undefined)
        throw (0,_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given: text, wrong: `names ${key}, which is no target of the bake files`, name: key }, targets);
    return target;
}
const ATTRIBUTES = ['name', 'enable'];
function readAttributes(pairs, where, text) {
    const unknown = pairs.find(({ key }) => isTargetKey(key));
    if (unknown !== undefined)
        throw (0,_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given: text, wrong: `has the unknown attribute ${unknown.key}`, name: unknown.key ?? '' }, ATTRIBUTES);
    const names = pairs.filter(({ key }) => key !== 'enable');
    const [name] = names;
    if (name === undefined || name.value === '')
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where, given: text, wrong: 'names no image', accepted: 'write name=ghcr.io/owner/app,enable=true' });
    if (names.length > 1)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({
            where,
            given: text,
            wrong: 'names several images',
            accepted: 'give each image with attributes a line of its own',
        });
    const enable = pairs.findLast(({ key }) => key === 'enable');
    return { ...readImage(name.value, where), isEnabled: enable === undefined || (0,_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .readBoolean */ .Vf)(enable.value, where, 'enable') };
}
/** Registries take lower case letters only. */
function readImage(given, where) {
    const name = given.toLowerCase();
    const notices = name === given ? [] : [`${where}: ${given} is written ${name}, since image names have no upper case letters`];
    return { image: { ...(0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRepository */ .SU)(name, where), name }, notices };
}


/***/ }),

/***/ 7079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS)
});

// UNUSED EXPORTS: INPUT_GROUPS

// EXTERNAL MODULE: ./.build/plan/input-table/build.js
var build = __nccwpck_require__(1130);
;// CONCATENATED MODULE: ./.build/plan/input-table/builder.js
const BUILDER_INPUTS = [
    { name: 'builder', about: 'An existing builder by name; chosen by itself if empty.' },
    { name: 'driver', about: '`auto`, `docker` (the engine’s own BuildKit) or `docker-container`.', default: 'auto' },
    { name: 'driver-opts', about: 'Options of a builder that is created, e.g. `image=moby/buildkit:v0.25.0`, one a line.' },
    { name: 'buildkitd-flags', about: 'Flags of buildkitd in a builder that is created.' },
    { name: 'buildkitd-config', about: 'buildkitd’s configuration file for a builder that is created.' },
    { name: 'buildkitd-config-inline', about: 'The same as text.' },
    {
        name: 'keep-state',
        about: 'Keep the cache of a created builder for the next run on this machine.',
        default: 'false',
    },
    { name: 'cleanup', about: 'Remove a created builder at the end of the job.', default: 'true' },
    {
        name: 'emulation',
        about: '`auto` registers emulation only for platforms that need it; `true` always, `false` never.',
        default: 'auto',
    },
    {
        name: 'emulation-image',
        about: 'Image that registers the emulators.',
        default: 'docker.io/tonistiigi/binfmt:latest',
    },
];

;// CONCATENATED MODULE: ./.build/plan/input-table/destination.js
const DESTINATION_INPUTS = [
    {
        name: 'registry-auth',
        about: 'Credentials as a YAML list of `registry`, `username`, `password`. ghcr.io needs none: `github-token` is used. Logins on the machine count too.',
    },
    { name: 'registry', about: 'Registry that `username` and `password` belong to.', default: 'docker.io' },
    { name: 'username', about: 'User at `registry`.' },
    {
        name: 'password',
        about: 'Password or token at `registry`. An empty one, from an absent secret, is no login; with `push: true` it is an error.',
    },
    {
        name: 'push',
        about: '`auto` (publish where credentials are there and the event is trusted), `true` or `false`.',
        default: 'auto',
    },
    { name: 'load', about: 'Put the image into the local engine too, under its first tag.', default: 'false' },
    {
        name: 'optional-registries',
        about: 'Registries that may fail without failing the step, by comma or line; where all do, nothing is published, and it fails.',
    },
    {
        name: 'existing',
        about: 'A fixed tag that exists: `adopt` a build of the same commit and definition, `fail`, or `overwrite`. Other content is an error.',
        default: 'adopt',
    },
    {
        name: 'floating',
        about: 'Floating tags move `forward` only, `strict`ly where what they hold is known to be older, or `always`.',
        default: 'forward',
    },
    {
        name: 'insecure-registries',
        about: 'Registries to be spoken to over plain HTTP, by comma or line; loopback needs no entry.',
    },
];

;// CONCATENATED MODULE: ./.build/plan/input-table/gate.js
const GATE_INPUTS = [
    {
        name: 'test',
        about: 'Commands that have to succeed in the image, on every platform, before any tag moves: one a line for `sh -c`, or a JSON list such as `["/app", "--version"]` where there is no shell.',
    },
    { name: 'test-platforms', about: 'Platforms to test on, by comma or line; all that are built if empty.' },
    {
        name: 'test-services',
        about: 'Compose files, one a line: their services are up while the tests run, with the image under test in the place of the one that builds it.',
    },
    { name: 'test-timeout', about: 'Time limit of each test, e.g. `90s`.', default: '10m' },
    {
        name: 'max-size',
        about: 'Most that the image may have, compressed, e.g. `300 MB`; `linux/arm64=250 MB` for one platform, one a line.',
    },
    {
        name: 'max-growth',
        about: 'Most that a platform may grow over what the first floating tag holds now, e.g. `10%` or `20 MB`.',
    },
    {
        name: 'require-signed-tag',
        about: 'A git tag has to be signed: `true` where GitHub must have verified it, or the public keys (OpenPGP or SSH) to check it with.',
        default: 'false',
    },
];

;// CONCATENATED MODULE: ./.build/plan/input-table/naming.js
const NAMING_INPUTS = [
    {
        name: 'images',
        about: 'Image names without tag, one a line, e.g. `ghcr.io/owner/app`, or `web=ghcr.io/owner/web` for a target of the bake files; `enable=false` switches one off.',
    },
    {
        name: 'tags',
        about: 'Tag rules, one a line, e.g. `type=release`; a bare text is that tag, a full `registry/name:tag` just that one. `target=web` is for one target of the bake files.',
    },
    { name: 'flavor', about: '`latest=auto|true|false`, `prefix=…`, `suffix=…` for all rules, one a line.' },
    { name: 'labels', about: 'Labels beside the generated OCI ones, `key=value`, one a line.' },
    { name: 'annotations', about: 'Annotations, `[level[platform]:]key=value`, one a line.' },
    {
        name: 'annotation-levels',
        about: 'Where generated annotations go: `manifest`, `index`, `manifest-descriptor`, `index-descriptor`.',
    },
    {
        name: 'ref',
        about: 'The git ref to act for, and whose commit is built, e.g. `refs/tags/v1.2.3` or `tags/v1.2.3`; the ref of the workflow if empty. Another commit may not be checked out.',
    },
    { name: 'version', about: 'The version that version rules use in place of the git tag.' },
    {
        name: 'ref-source',
        about: 'Where ref and commit come from: `workflow` (the event) or `git` (the checkout).',
        default: 'workflow',
    },
    { name: 'sep-tags', about: 'Separator of the `tags` and `tag-names` outputs; a line end if empty.' },
    { name: 'sep-labels', about: 'Separator of the `labels` output; a line end if empty.' },
    { name: 'sep-annotations', about: 'Separator of the `annotations` output; a line end if empty.' },
    { name: 'short-sha-length', about: 'Hex digits of a short commit in tags, 1 to 999 (all, where it has fewer); 7 if empty.' },
    {
        name: 'pr-head-sha',
        about: '`true` takes the head commit of a pull request instead of the merge commit.',
    },
    { name: 'bake-target', about: 'Target name in the bake-file outputs.', default: 'docker-metadata-action' },
];

;// CONCATENATED MODULE: ./.build/plan/input-table/report.js
const REPORT_INPUTS = [
    { name: 'dry-run', about: 'Stop after the plan; needs no network, and docker only to read bake and compose files.', default: 'false' },
    { name: 'summary', about: 'Write the job summary.', default: 'true' },
    { name: 'github-token', about: 'Token for the GitHub API, the Git context and ghcr.io.' },
    { name: 'timeout', about: 'Time limit of the step, e.g. `90s`, `30m`, `2h`.', default: '6h' },
];

;// CONCATENATED MODULE: ./.build/plan/input-table.js






/** Every input by what it is about: the one list that action.yml, docs/inputs.md, the command line's flags and the checks are made from. */
const INPUT_GROUPS = {
    'what to call it': NAMING_INPUTS,
    'what to build': build/* BUILD_INPUTS */.$,
    builder: BUILDER_INPUTS,
    'where to': DESTINATION_INPUTS,
    gates: GATE_INPUTS,
    report: REPORT_INPUTS,
};
const INPUTS = Object.values(INPUT_GROUPS).flat();


/***/ }),

/***/ 1130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ BUILD_INPUTS)
/* harmony export */ });
const BUILD_INPUTS = [
    {
        name: 'context',
        about: 'Build context: a folder or a URL; `{{defaultContext}}:sub` is a folder of the commit’s Git context. If empty: the checkout, or the Git context of the commit where nothing is checked out.',
    },
    { name: 'file', about: 'Dockerfile; `Dockerfile` in the context if empty.' },
    { name: 'target', about: 'Stage to build; the last one if empty.' },
    {
        name: 'platforms',
        about: 'Platforms, by comma or line, e.g. `linux/amd64,linux/arm64`; the engine’s own if empty.',
    },
    {
        name: 'build-args',
        about: 'Build arguments, `KEY=value`, one a line; quote an entry of several lines. A bare `KEY` has the value of that environment variable, if it is set.',
    },
    {
        name: 'build-args-file',
        about: 'Env files with build arguments, one path a line: `KEY=value` lines, taken as they stand. `build-args` win over them.',
    },
    {
        name: 'build-contexts',
        about: 'Named build contexts, `name=path-or-url`, one a line; `{{defaultContext}}` is the Git context of the commit.',
    },
    { name: 'secrets', about: 'Build secrets by value, `id=value`, one a line; quote a value of several lines.' },
    { name: 'secret-envs', about: 'Build secrets by environment variable, `id=NAME`, by comma or line. The variable has to be set.' },
    { name: 'secret-files', about: 'Build secrets by file, `id=path`, one a line.' },
    { name: 'ssh', about: 'SSH agent sockets or keys, `default` or `id=path`, one a line.' },
    { name: 'no-cache', about: 'Build without the cache.', default: 'false' },
    { name: 'no-cache-filters', about: 'Stages to build without the cache, by comma or line.' },
    { name: 'pull', about: 'Look for newer base images.', default: 'false' },
    { name: 'add-hosts', about: 'Host entries for the build, `name:address`, by comma or line.' },
    { name: 'allow', about: 'Entitlements, `network.host` or `security.insecure`, by comma or line.' },
    { name: 'network', about: 'Network of RUN steps: `default`, `host` or `none`.' },
    { name: 'shm-size', about: 'Size of /dev/shm, e.g. `2g`.' },
    { name: 'ulimit', about: 'Limits, e.g. `nofile=1024:1024`, one a line.' },
    { name: 'cgroup-parent', about: 'Parent cgroup of RUN steps.' },
    {
        name: 'provenance',
        about: '`true`, `false` or attributes such as `mode=max`. If empty: `max` for public repositories, else buildx’s own default.',
    },
    { name: 'sbom', about: '`true`, `false` or `generator=image`.' },
    { name: 'attests', about: 'Attestations in full, e.g. `type=sbom,generator=image`, one a line.' },
    {
        name: 'reproducible',
        about: 'Set the times of all files in layers to the commit’s: the same commit gives the same bytes, also without a cache. Costs about 0.5 s per 100 MB.',
        default: 'false',
    },
    { name: 'cache-from', about: 'Cache sources, e.g. `type=gha`, one a line.' },
    { name: 'cache-to', about: 'Cache destinations, e.g. `type=gha,mode=max`, one a line.' },
    {
        name: 'exports',
        about: 'Further outputs, one a line: `type=local,dest=out` of the published stage, `target=builder,type=local,dest=out` of another one.',
    },
    {
        name: 'source',
        about: 'An image that another tool made, published as it is instead of a build: the folder or archive of an OCI layout, or `docker-daemon:name:tag`.',
    },
    {
        name: 'bake-files',
        about: 'Bake definitions (HCL, JSON or compose files), by comma or line: several images in one step. They say contexts, Dockerfiles and stages.',
    },
    { name: 'targets', about: 'Targets and groups of the bake files, by comma or line; the default ones if empty.' },
    { name: 'set', about: 'Overrides of targets, `target.key=value`, one a line, e.g. `*.args.DEBUG=1`.' },
    { name: 'vars', about: 'Values of the bake files’ variables, `NAME=value`, one a line.' },
    { name: 'extra-args', about: 'Further `docker buildx build` (or `bake`) arguments, one a line.' },
];


/***/ }),

/***/ 9738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ELSEWHERE)
/* harmony export */ });
/**
 * Inputs of docker's actions that are none here: what to do instead, in words that follow `is no input;`.
 * @see https://github.com/docker/build-push-action#inputs and those of login-, setup-buildx-, setup-qemu- and bake-action
 */
const ELSEWHERE = new Map([
    ['files', 'write bake-files'],
    ['workdir', 'leave it out, and write paths as they are from the folder of the job'],
    ['outputs', 'write exports, for what is made beside the published image'],
    ['call', 'run docker buildx build --call in a step of its own'],
    ['name', 'leave it out: the builder is chosen or made by the step; builder names one that is there'],
    ['endpoint', 'make that builder in a step before, and name it in builder'],
    ['append', 'make that builder in a step before, and name it in builder'],
    ['use', 'leave it out: the step uses its own builder'],
    ['install', 'leave it out: the step calls buildx itself'],
    ['cache-binary', 'leave it out: the buildx of the machine is used'],
    ['config', 'write buildkitd-config'],
    ['config-inline', 'write buildkitd-config-inline'],
    ['image', 'write emulation-image'],
    ['cache-image', 'leave it out: the image is pulled only where a platform needs emulation'],
    ['reset', 'leave it out: emulators that are there are used'],
    ['logout', 'leave it out: logins end with the job'],
    ['ecr', 'leave it out, and log in to ECR in a step before: logins on the machine count'],
    ['scope', 'leave it out: a login is for a whole registry'],
]);


/***/ }),

/***/ 1020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h5: () => (/* binding */ completeInputs),
  TL: () => (/* binding */ parseInputs),
  QZ: () => (/* binding */ refuseUnknownInputs)
});

// EXTERNAL MODULE: ./.build/plan/attributes.js
var plan_attributes = __nccwpck_require__(6483);
// EXTERNAL MODULE: ./.build/plan/csv.js
var csv = __nccwpck_require__(8380);
// EXTERNAL MODULE: ./.build/plan/lists.js
var plan_lists = __nccwpck_require__(1497);
// EXTERNAL MODULE: ./.build/plan/problem.js
var plan_problem = __nccwpck_require__(3323);
;// CONCATENATED MODULE: ./.build/plan/attestations.js




/** As buildx reads them. @see https://pkg.go.dev/strconv#ParseBool */
const BOOLEAN = /^(?:(1|t|T|TRUE|true|True)|0|f|F|FALSE|false|False)$/;
const TYPES = ['provenance', 'sbom'];
/** @see https://docs.docker.com/build/metadata/attestations/slsa-provenance/ */
const MODES = ['min', 'max'];
/**
 * Reads `provenance` or `sbom`: `true`, `false` or attributes.
 * @returns '' where nothing is given.
 * @throws {ProblemError} for what is no attribute, and for an unknown mode of provenance.
 */
function parseAttestation(text, where) {
    const given = text.trim();
    const [isBoolean, isTrue] = BOOLEAN.exec(given) ?? [];
    if (isBoolean !== undefined)
        return isTrue === undefined ? 'false' : 'true';
    const accepted = where === 'sbom' ? 'write true, false or generator=image' : 'write true, false or attributes such as mode=max';
    checkAttributes(given, where, accepted);
    return given;
}
/** Reads `type=sbom,generator=image` lines. @throws {ProblemError} for every line that is none. */
function parseAttests(text) {
    return (0,plan_problem/* collectAll */._U)((0,plan_lists/* readQuotedLines */.W)(text, 'attests'), (given) => {
        const accepted = 'write type=provenance or type=sbom with its attributes, such as type=sbom,generator=image';
        const type = checkAttributes(given, 'attests', accepted).get('type');
        if (type === undefined)
            throw new plan_problem/* ProblemError */.Mm({ where: 'attests', given, wrong: 'has no type', accepted });
        if (!TYPES.includes(type))
            throw (0,plan_attributes/* unknownName */.U0)({ where: 'attests', given, wrong: 'has no type that is known', name: type }, TYPES);
        return given;
    });
}
function checkAttributes(given, where, accepted) {
    const attributes = new Map();
    for (const field of (0,csv/* splitFields */.Kp)(given, where)) {
        const { key, value } = (0,plan_attributes/* readPair */.$T)(field);
        if (key === undefined || key === '')
            throw new plan_problem/* ProblemError */.Mm({ where, given: field, wrong: 'is no key=value', accepted });
        attributes.set(key, value);
    }
    const mode = attributes.get('mode');
    if (mode === undefined || MODES.includes(mode))
        return attributes;
    throw (0,plan_attributes/* unknownName */.U0)({ where, given, wrong: 'has no mode that is known', name: mode }, MODES);
}

;// CONCATENATED MODULE: ./.build/plan/env-file.js

/**
 * Reads env files as docker's `--env-file` does: `KEY=value` lines, blank lines and lines that begin with `#` skipped, and everything
 * after the first `=` taken as it stands, with its quotes, blanks and dollar signs. Of a repeated key the last one counts, also over files.
 * @throws {ProblemError} for every file that could not be read, and every line that is no such pair.
 * @see https://docs.docker.com/reference/cli/docker/container/run/#env
 */
function parseEnvFiles(files, where) {
    const pairs = (0,plan_problem/* collectAll */._U)(files, (file) => parseEnvFile(file, where));
    return [...new Map(pairs.flat())];
}
function parseEnvFile({ path, content }, where) {
    if ('failure' in content) {
        const accepted = 'write paths of env files from the working folder, one a line';
        throw new plan_problem/* ProblemError */.Mm({ where, given: path, wrong: content.failure, accepted });
    }
    const lines = content.text
        .replace(/^\uFEFF/, '') // some editors begin a file with it
        .split(/\r?\n/)
        .map((line, index) => ({ number: index + 1, text: line.trimStart() }));
    return (0,plan_problem/* collectAll */._U)(lines.filter(({ text }) => text !== '' && !text.startsWith('#')), ({ number, text }) => parseLine(text, `${where}, ${path}, line ${number}`));
}
/** What is wrong is told without the value, which may be what should be kept secret. */
function parseLine(text, where) {
    const [, key, value] = /^([^\s=]+)=(.*)$/.exec(text) ?? [];
    if (key !== undefined && value !== undefined)
        return [key, value];
    const accepted = 'write the key, an equals sign and the value, without blanks before the equals sign';
    throw new plan_problem/* ProblemError */.Mm({ where, given: text.replace(/=.*$/, '=…'), wrong: 'is no KEY=value', accepted });
}

;// CONCATENATED MODULE: ./.build/plan/build-args.js



/**
 * Reads `build-args` over the files of `build-args-file`. As for buildx, a bare name has the value of the environment variable of that name,
 * and is left out where there is none.
 * @returns each key once; no bare name where the environment is not known.
 * @throws {ProblemError} for every line that is neither.
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/#build-arg
 */
function parseBuildArgs(text, { argsFiles = [], machine }) {
    const { files, own } = (0,plan_problem/* collect */.Fo)({
        files: () => parseEnvFiles(argsFiles, 'build-args-file'),
        own: () => (0,plan_problem/* collectAll */._U)((0,plan_lists/* readQuotedLines */.W)(text, 'build-args'), (line) => parseArgument(line, machine)).flat(),
    });
    return [...new Map([...files, ...own])];
}
function parseArgument(given, machine) {
    if (!/^[A-Za-z_]\w*$/.test(given))
        return [(0,plan_lists/* splitPair */.T6)(given, 'build-args')];
    const value = machine?.environment[given];
    return value === undefined ? [] : [[given, value]];
}

;// CONCATENATED MODULE: ./.build/plan/build-options.js
// Options of a build that buildx and BuildKit would refuse one by one, and only when it runs.



const NETWORKS = ['default', 'host', 'none'];
/** Entitlements of builds, and with a value those that bake knows beside them. @see https://docs.docker.com/build/bake/entitlements/ */
const ENTITLEMENTS = ['network.host', 'security.insecure', 'device', 'fs', 'fs.read', 'fs.write', 'ssh'];
/** @see https://pkg.go.dev/github.com/docker/go-units#Ulimit */
const LIMITS = 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ');
/** @throws {ProblemError} for what is no network mode that BuildKit has. */
function parseNetwork(text) {
    const given = text.trim();
    if (given === '' || NETWORKS.includes(given))
        return given;
    throw (0,plan_attributes/* unknownName */.U0)({ where: 'network', given, wrong: 'is no network of a build', name: given }, NETWORKS);
}
/** @throws {ProblemError} for every unknown entitlement. */
function parseAllow(text) {
    return (0,plan_problem/* collectAll */._U)((0,plan_lists/* readItems */.F1)(text), (given) => {
        const [name = ''] = given.split('=');
        if (ENTITLEMENTS.includes(name))
            return given;
        throw (0,plan_attributes/* unknownName */.U0)({ where: 'allow', given, wrong: 'is no entitlement', name }, ENTITLEMENTS);
    });
}
const ADDRESS = /^(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i;
/** An address may stand in brackets. @throws {ProblemError} for every item that is no host with an address. */
function parseAddHosts(text) {
    return (0,plan_problem/* collectAll */._U)((0,plan_lists/* readItems */.F1)(text), (given) => {
        const [, address = ''] = /^[^=:]+[=:](.+)$/.exec(given) ?? [];
        if (address === 'host-gateway' || ADDRESS.test(address.replace(/^\[(.*)\]$/, '$1')))
            return given;
        const accepted = 'write name:address, such as registry.test:10.0.0.5 or docker:host-gateway';
        throw new plan_problem/* ProblemError */.Mm({ where: 'add-hosts', given, wrong: 'is no host with an address', accepted });
    });
}
/** Of an int64. */
const LARGEST_LIMIT = 2n ** 63n - 1n;
/** @throws {ProblemError} for every line that is no limit. */
function parseUlimits(text) {
    return (0,plan_problem/* collectAll */._U)((0,plan_lists/* readQuotedLines */.W)(text, 'ulimit'), (given) => {
        const [, name, soft = '', hard = soft] = /^([^=]+)=(-1|\d{1,19})(?::(-1|\d{1,19}))?$/.exec(given) ?? [];
        const refusal = (wrong, accepted) => new plan_problem/* ProblemError */.Mm({ where: 'ulimit', given, wrong, accepted });
        if (name === undefined || BigInt(soft) > LARGEST_LIMIT || BigInt(hard) > LARGEST_LIMIT)
            throw refusal('is no limit', 'write name=soft or name=soft:hard, such as nofile=1024:2048');
        if (!LIMITS.includes(name))
            throw (0,plan_attributes/* unknownName */.U0)({ where: 'ulimit', given, wrong: 'has no limit that is known', name }, LIMITS);
        if (asLimit(soft) > asLimit(hard))
            throw refusal('has a soft limit above its hard one', 'write name=soft:hard, such as nofile=1024:2048');
        return given;
    });
}
/** -1 is no limit at all. */
function asLimit(text) {
    return text === '-1' ? LARGEST_LIMIT + 1n : BigInt(text);
}
/** @throws {ProblemError} for what is no size. @see https://pkg.go.dev/github.com/docker/go-units#RAMInBytes */
function parseShmSize(text) {
    const given = text.trim();
    if (given === '' || /^(?:\d+(?:\.\d*)?|\.\d+) ?(?:b|[kmgtp](?:i?b)?)?$/i.test(given))
        return given;
    throw new plan_problem/* ProblemError */.Mm({ where: 'shm-size', given, wrong: 'is no size', accepted: 'write a number and a unit, such as 64m or 2g' });
}

// EXTERNAL MODULE: ./.build/plan/checks.js + 1 modules
var checks = __nccwpck_require__(804);
;// CONCATENATED MODULE: ./.build/plan/exports.js



/** `cacheonly` writes nothing, and so makes a stage something that has to succeed. @see https://docs.docker.com/build/exporters/ */
const exports_TYPES = ['local', 'tar', 'oci', 'docker', 'image', 'cacheonly'];
/** Those that would else write to standard output, which is the log's. */
const TYPES_WITH_DEST = ['local', 'tar', 'oci'];
/**
 * Reads `[target=stage,]type=local,dest=out` lines.
 * @throws {ProblemError} for every line without a type, of an unknown one, without the dest it needs, or that would publish something.
 */
function parseExports(text) {
    return (0,plan_problem/* collectAll */._U)((0,csv/* inputLines */.KD)(text), parseExport);
}
function parseExport(line) {
    const where = `exports, line ${line.number}`;
    const pairs = (0,csv/* splitFields */.Kp)(line.text, where).map((field) => readAttribute(field, where));
    const attributes = new Map(pairs);
    checkType(attributes.get('type'), { where, given: line.text });
    checkPrivate(attributes, { where, given: line.text });
    checkDest(attributes, { where, given: line.text });
    const fields = pairs.filter(([key]) => key !== 'target').map(([key, value]) => (0,csv/* quoteField */.nL)(`${key}=${value}`));
    return { target: attributes.get('target') ?? '', output: fields.join(',') };
}
function readAttribute(field, where) {
    const { key, value } = (0,plan_attributes/* readPair */.$T)(field);
    if (key !== undefined && key !== '')
        return [key, value];
    throw new plan_problem/* ProblemError */.Mm({ where, given: field, wrong: 'is no key=value', accepted: 'write fields such as type=local,dest=out' });
}
function checkType(type, place) {
    if (type === undefined) {
        const accepted = `write type=${exports_TYPES.join('|')} with its attributes, such as type=local,dest=out`;
        throw new plan_problem/* ProblemError */.Mm({ ...place, wrong: 'has no type', accepted });
    }
    if (type !== 'registry' && !exports_TYPES.includes(type))
        throw (0,plan_attributes/* unknownName */.U0)({ ...place, wrong: 'has no type that is known', name: type }, exports_TYPES);
}
/** Whatever becomes visible in a registry passes the gates before. */
function checkPrivate(attributes, place) {
    const push = attributes.get('push') ?? 'false';
    if (attributes.get('type') !== 'registry' && ['false', '0'].includes(push.toLowerCase()))
        return;
    const accepted = 'write the repository into images, and leave push out: an export is not published';
    throw new plan_problem/* ProblemError */.Mm({ ...place, wrong: 'would publish an image past all checks', accepted });
}
function checkDest(attributes, place) {
    const dest = attributes.get('dest') ?? '';
    const isNeeded = TYPES_WITH_DEST.includes(attributes.get('type') ?? '');
    if (dest !== '-' && (dest !== '' || !isNeeded))
        return;
    const accepted = 'name a folder (local) or file, seen from the working folder, such as dest=out';
    throw new plan_problem/* ProblemError */.Mm({ ...place, wrong: dest === '-' ? 'would write into the log' : 'has no dest', accepted });
}

;// CONCATENATED MODULE: ./.build/plan/extra-args.js


/** Flags that the step sets, and what is to be written instead: they would bring an image past its checks, or hide what is read. */
const SET_BY_STEP = {
    push: 'leave it out: what images names is published',
    load: 'write load: true',
    output: 'write it into exports',
    tag: 'write it into tags',
    builder: 'write it into builder',
    file: 'write it into file or bake-files',
    set: 'write it into set',
    'metadata-file': 'use the output metadata',
    iidfile: 'use the output imageid',
    progress: 'leave it out: the log is read where a build fails',
    quiet: 'leave it out: the log is read where a build fails',
};
/** Flags with which buildx builds nothing. */
const WITHOUT_IMAGE = ['check', 'call', 'print', 'list'];
/** Reads `extra-args`, one argument a line. @throws {ProblemError} for flags that are not the user's to set. */
function readExtraArgs(text) {
    return (0,plan_problem/* collectAll */._U)((0,plan_lists/* readLines */.Se)(text), checkExtraArg);
}
/** Short flags can be joined, with a value at their end: `-qotype=local` is `--quiet --output=type=local`. A number is the value of a flag. */
function checkExtraArg(given) {
    const problem = (wrong, accepted) => new plan_problem/* ProblemError */.Mm({ where: 'extra-args', given, wrong, accepted });
    if (/^-[^-\d]/.test(given))
        throw problem('is a short flag', 'write the long one, such as --debug');
    const [, flag = ''] = /^--([a-z-]+)/.exec(given) ?? [];
    if (WITHOUT_IMAGE.includes(flag))
        throw problem('builds no image', 'run docker buildx with it in a step of its own');
    const accepted = Object.hasOwn(SET_BY_STEP, flag) ? SET_BY_STEP[flag] : undefined;
    if (accepted !== undefined)
        throw problem('is set by the step', accepted);
    return given;
}

// EXTERNAL MODULE: ./.build/plan/input-table/elsewhere.js
var elsewhere = __nccwpck_require__(9738);
// EXTERNAL MODULE: ./.build/plan/input-table.js + 5 modules
var input_table = __nccwpck_require__(7079);
// EXTERNAL MODULE: ./.build/plan/build-context.js
var build_context = __nccwpck_require__(5702);
;// CONCATENATED MODULE: ./.build/plan/machine.js


/** The context as it was given. @throws {ProblemError} where it should be a folder here, and is none. */
function checkContext(context, where, { machine }) {
    return (0,build_context/* isRemoteContext */.uN)(context) ? context : checkPath(context, 'folder', { where, machine });
}
/** The Dockerfile as it was given. @throws {ProblemError} where it should be here, and is not: that of a remote context lies there. */
function checkDockerfile(file, context, { machine }) {
    const isHere = context === '' ? machine?.hasCheckout === true : !(0,build_context/* isRemoteContext */.uN)(context);
    return isHere && !(0,build_context/* isRemoteContext */.uN)(file) ? checkFile(file, 'file', machine) : file;
}
/** @throws {ProblemError} where it is not there. */
function checkFile(path, where, machine) {
    return checkPath(path, 'file', { where, machine });
}
function checkPath(path, kind, { where, machine }) {
    if (machine === undefined || path === '')
        return path;
    const found = machine.look(path);
    if (found === kind)
        return path;
    const wrong = found === undefined ? 'is not there' : `is no ${kind}`;
    throw new plan_problem/* ProblemError */.Mm({ where, given: path, wrong, accepted: `write the path of a ${kind}, seen from the working folder` });
}

// EXTERNAL MODULE: ./.build/plan/platform.js
var plan_platform = __nccwpck_require__(6141);
// EXTERNAL MODULE: ./.build/plan/registry-auth.js
var registry_auth = __nccwpck_require__(1232);
;// CONCATENATED MODULE: ./.build/plan/secrets.js


/**
 * Reads the inputs `secrets`, `secret-envs` and `secret-files`.
 * @param machine undefined where it is not known which variables and files there are.
 * @throws {ProblemError} without ever showing a value, or what may be one in the wrong place.
 */
function parseSecrets(inputs, machine) {
    const read = (0,plan_problem/* collect */.Fo)({
        values: () => readEntries('secrets', readValues(inputs.values)).map(([id, value]) => ({ id, kind: 'value', value })),
        environments: () => (0,plan_problem/* collectAll */._U)(readEntries('secret-envs', (0,plan_lists/* readItems */.F1)(inputs.environments)), ([id, variable]) => {
            if (machine !== undefined && machine.environment[variable] === undefined)
                throw new plan_problem/* ProblemError */.Mm(unsetVariable(id));
            return { id, kind: 'environment', variable };
        }),
        files: () => {
            const entries = readValues(inputs.files).map((entry) => entry.trim());
            return (0,plan_problem/* collectAll */._U)(readEntries('secret-files', entries), ([id, path]) => {
                if (machine !== undefined && machine.look(path) !== 'file')
                    throw new plan_problem/* ProblemError */.Mm(missingFile(id));
                return { id, kind: 'file', path };
            });
        },
    });
    const secrets = [...read.values, ...read.environments, ...read.files];
    (0,plan_problem/* collectAll */._U)(secrets, ({ id }, index) => {
        if (secrets.findIndex((other) => other.id === id) < index)
            throw new plan_problem/* ProblemError */.Mm(repeatedId(id));
    });
    return secrets;
}
const ID = /^[A-Za-z0-9_.-]{1,128}$/;
/** What stands before the first `=`, and after it. Wrong entries are told by their number: a value without its quotes looks like entries. */
function readEntries(input, entries) {
    return (0,plan_problem/* collectAll */._U)(entries, (entry, index) => {
        const where = `${input}, entry ${index + 1}`;
        const equals = entry.indexOf('=');
        const id = entry.slice(0, Math.max(equals, 0));
        if (ID.test(id))
            return [id, entry.slice(equals + 1)];
        const wrong = id === '' ? 'has no id' : 'has an id of other characters than letters, digits, dots, dashes and underscores';
        throw new plan_problem/* ProblemError */.Mm({ where, wrong, accepted: 'write id=value, and quote the whole entry where the value has several lines' });
    });
}
function unsetVariable(given) {
    const accepted = 'write id=NAME, and set NAME in the env of the step (to an empty text where there is no secret)';
    return { where: 'secret-envs', given, wrong: 'is of an environment variable that is not set', accepted };
}
function missingFile(given) {
    return {
        where: 'secret-files',
        given,
        wrong: 'is of a file that is not there',
        accepted: 'write id=path, the path seen from the working folder',
    };
}
function repeatedId(given) {
    return { where: 'secrets, secret-envs, secret-files', given, wrong: 'is the id of two secrets', accepted: 'give each an id of its own' };
}
/**
 * Values by line. One that begins with a quote goes on to the closing quote, over line ends too; a quote inside is doubled.
 * Nothing is trimmed inside: a secret is taken byte for byte.
 */
function readValues(text) {
    const records = text.matchAll(/^[ \t]*"((?:[^"]|"")*)"[ \t]*\r?$|^([^\r\n]+)\r?$/gm);
    return [...records].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '').filter((record) => record.trim() !== '');
}

// EXTERNAL MODULE: ./.build/plan/source.js
var source = __nccwpck_require__(4991);
;// CONCATENATED MODULE: ./.build/plan/inputs.js















const PUSH_WISHES = { auto: 'auto', true: 'always', false: 'never' };
const DEFAULTS = Object.fromEntries(input_table/* INPUTS */.m.map(({ name, default: value }) => [name, value ?? '']));
/** Fills in the default of every empty or absent input. */
function completeInputs(given) {
    const filled = Object.entries(given).filter(([name, value]) => (name.startsWith('sep-') ? value !== '' : value.trim() !== '')); // a blank may separate
    return { ...DEFAULTS, ...Object.fromEntries(filled) };
}
/** @throws {ProblemError} naming every input that does not exist, with what to write instead. */
function refuseUnknownInputs(given) {
    (0,plan_problem/* collectAll */._U)(Object.keys(given), (name) => {
        if (!Object.hasOwn(DEFAULTS, name))
            throw new plan_problem/* ProblemError */.Mm({ where: 'inputs', given: name, wrong: 'is no input', accepted: adviseOn(name) });
    });
}
function adviseOn(unknown) {
    const names = Object.keys(DEFAULTS);
    const hint = (0,plan_problem/* nearest */.pA)(unknown, names);
    return (elsewhere/* ELSEWHERE */.p.get(unknown) ?? (hint === undefined ? `action.yml and docs/inputs.md list all ${names.length}` : `did you mean ${hint}?`));
}
/**
 * Reads and checks completed inputs.
 * @throws {ProblemError} with every mistake of every input.
 */
function parseInputs(raw, facts) {
    const text = (name) => raw[name] ?? '';
    const boolean = (name) => (0,plan_lists/* parseBoolean */.yG)(text(name), name);
    return (0,plan_problem/* collect */.Fo)({
        build: () => parseBuild(text, facts),
        builder: () => parseBuilder(text, facts),
        registries: () => parseRegistries(text, facts),
        secrets: () => parseSecrets({ values: text('secrets'), environments: text('secret-envs'), files: text('secret-files') }, facts.machine),
        checks: () => (0,checks/* parseChecks */.B2)(text, facts.bake),
        signedTag: () => (0,checks/* readSignedTag */.fw)(text('require-signed-tag').trim()),
        push: () => PUSH_WISHES[(0,plan_lists/* parseChoice */.HU)(text('push').toLowerCase(), ['auto', 'true', 'false'], 'push')],
        load: () => boolean('load'),
        existing: () => (0,plan_lists/* parseChoice */.HU)(text('existing'), ['adopt', 'fail', 'overwrite'], 'existing'),
        floating: () => (0,plan_lists/* parseChoice */.HU)(text('floating'), ['forward', 'strict', 'always'], 'floating'),
        dryRun: () => boolean('dry-run'),
        summary: () => boolean('summary'),
        githubToken: () => text('github-token').trim(),
    });
}
function parseBuild(text, facts) {
    const words = (name) => text(name).trim();
    const lines = (name) => (0,plan_lists/* readQuotedLines */.W)(text(name), name);
    const place = facts.bake === undefined ? facts : {}; // beside bake files these inputs do nothing, which is told elsewhere
    return (0,plan_problem/* collect */.Fo)({
        context: () => checkContext(words('context'), 'context', place),
        file: () => checkDockerfile(words('file'), words('context'), place),
        target: () => words('target'),
        platforms: () => distinctPlatforms((0,plan_problem/* collectAll */._U)((0,plan_lists/* readItems */.F1)(text('platforms')), (item) => (0,plan_platform/* parsePlatform */.F)(item))),
        buildArgs: () => parseBuildArgs(text('build-args'), facts),
        buildContexts: () => (0,plan_problem/* collectAll */._U)((0,plan_lists/* readQuotedPairs */.wO)(text('build-contexts'), 'build-contexts'), ([name, value]) => {
            return `${name}=${checkContext(value, 'build-contexts', place)}`;
        }),
        ssh: () => lines('ssh'),
        noCache: () => (0,plan_lists/* parseBoolean */.yG)(text('no-cache'), 'no-cache'),
        noCacheFilters: () => (0,plan_lists/* readItems */.F1)(text('no-cache-filters')),
        pull: () => (0,plan_lists/* parseBoolean */.yG)(text('pull'), 'pull'),
        addHosts: () => parseAddHosts(text('add-hosts')),
        allow: () => parseAllow(text('allow')),
        network: () => parseNetwork(text('network')),
        shmSize: () => parseShmSize(text('shm-size')),
        ulimit: () => parseUlimits(text('ulimit')),
        cgroupParent: () => words('cgroup-parent'),
        provenance: () => parseAttestation(text('provenance'), 'provenance'),
        sbom: () => parseAttestation(text('sbom'), 'sbom'),
        attests: () => parseAttests(text('attests')),
        reproducible: () => (0,plan_lists/* parseBoolean */.yG)(text('reproducible'), 'reproducible'),
        cacheFrom: () => lines('cache-from'),
        cacheTo: () => lines('cache-to'),
        bake: () => (facts.bake !== undefined && 'problem' in facts.bake ? undefined : facts.bake),
        source: () => (0,source/* parseSource */.P)(text, facts.sourceFailure),
        exports: () => parseExports(text('exports')),
        extraArgs: () => readExtraArgs(text('extra-args')),
    });
}
function parseBuilder(text, { machine }) {
    return (0,plan_problem/* collect */.Fo)({
        name: () => text('builder').trim(),
        driver: () => (0,plan_lists/* parseChoice */.HU)(text('driver'), ['auto', 'docker', 'docker-container'], 'driver'),
        driverOpts: () => (0,plan_lists/* readLines */.Se)(text('driver-opts')),
        buildkitdFlags: () => text('buildkitd-flags').trim(),
        buildkitdConfig: () => checkFile(text('buildkitd-config').trim(), 'buildkitd-config', machine),
        buildkitdConfigInline: () => text('buildkitd-config-inline'),
        keepState: () => (0,plan_lists/* parseBoolean */.yG)(text('keep-state'), 'keep-state'),
        cleanup: () => (0,plan_lists/* parseBoolean */.yG)(text('cleanup'), 'cleanup'),
        emulation: () => (0,plan_lists/* parseChoice */.HU)(text('emulation').toLowerCase(), ['auto', 'true', 'false'], 'emulation'),
        emulationImage: () => text('emulation-image').trim(),
    });
}
function parseRegistries(text, facts) {
    const { given, ...lists } = (0,plan_problem/* collect */.Fo)({
        given: () => (0,registry_auth/* parseLogins */.w)(text, facts),
        optional: () => (0,plan_lists/* readItems */.F1)(text('optional-registries')).map(registry_auth/* registryHost */.U),
        insecure: () => (0,plan_lists/* readItems */.F1)(text('insecure-registries')).map(registry_auth/* registryHost */.U),
    });
    return { ...given, ...lists };
}
function distinctPlatforms(platforms) {
    return [...new Map(platforms.map((platform) => [(0,plan_platform/* formatPlatform */.B)(platform), platform])).values()];
}


/***/ }),

/***/ 2040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ asList),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   eB: () => (/* binding */ asObject)
/* harmony export */ });
/** The value as an object, or an empty one where it is something else. */
function asObject(value) {
    return isObject(value) ? value : {};
}
/** The value as a text, or undefined where it is something else. */
function asText(value) {
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
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 5331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ loadLibraries)
/* harmony export */ });
/** Loads what these inputs need: nothing (0 ms), the template parser (3 ms), or date formats too (5 ms more). */
async function loadLibraries(inputs) {
    const templates = Object.values(inputs).filter((text) => typeof text === 'string' && text.includes('{{'));
    const hasDates = templates.some((text) => /\bdate|_date/.test(text));
    const [parser, moment] = await Promise.all([
        templates.length > 0 ? __nccwpck_require__.e(/* import() */ 498).then(__nccwpck_require__.bind(__nccwpck_require__, 8498)) : undefined,
        hasDates ? __nccwpck_require__.e(/* import() */ 350).then(__nccwpck_require__.t.bind(__nccwpck_require__, 3350, 19)) : undefined,
    ]);
    return { parseTemplate: parser?.parse, moment: moment?.default };
}


/***/ }),

/***/ 1497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ readItems),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   SX: () => (/* binding */ readPairs),
/* harmony export */   Se: () => (/* binding */ readLines),
/* harmony export */   T3: () => (/* binding */ readRecords),
/* harmony export */   T6: () => (/* binding */ splitPair),
/* harmony export */   W: () => (/* binding */ readQuotedLines),
/* harmony export */   wO: () => (/* binding */ readQuotedPairs),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yi: () => (/* binding */ parseDurationMs)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);

/** One item a line; blank lines are dropped, items trimmed. Commas stand for themselves. */
function readLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Items by line or comma; blank ones and repetitions are dropped. */
function readItems(text) {
    return [...new Set(readLines(text.replaceAll(',', '\n')))];
}
/** Booleans as YAML 1.2's core schema writes them. @see https://yaml.org/spec/1.2.2/#1032-tag-resolution */
const BOOLEANS = { true: true, True: true, TRUE: true, false: false, False: false, FALSE: false };
/** @throws {ProblemError} where the text is neither true nor false. */
function parseBoolean(text, where) {
    const value = BOOLEANS[text.trim()];
    if (value === undefined)
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong: 'is neither true nor false', accepted: 'write true or false' });
    return value;
}
/** One of a few words. @throws {ProblemError} naming them all. */
function parseChoice(text, choices, where) {
    const found = choices.find((choice) => choice === text.trim());
    if (found !== undefined)
        return found;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({
        where,
        given: text,
        wrong: 'is not one of the accepted words',
        accepted: `write ${choices.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
    });
}
const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000 };
/** Reads `90s`, `30m` or `2h` as milliseconds, at most 72 h (the longest a GitHub job may run on a self-hosted runner is longer; a step should not). */
function parseDurationMs(text, where) {
    const [, amount = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text.trim()) ?? [];
    const milliseconds = Number(amount) * (UNITS_MS[unit] ?? 0);
    if (milliseconds > 0 && milliseconds <= 72 * 3_600_000)
        return milliseconds;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong: 'is no time limit', accepted: 'write a number and s, m or h, from 1s to 72h' });
}
const RECORD = /^[ \t]*(?:"((?:[^"]|"")*)"[ \t]*(?=\r|\n|$)|([^\r\n]*))(?:\r\n|\r|\n|$)/;
/**
 * Lines as docker's actions read them: one in quotes may hold line breaks, and a quote within it is doubled. Others are trimmed, and
 * quotes and commas in them stand for themselves; blank ones are dropped.
 * @throws {ProblemError} for a quote that is not closed.
 */
function readRecords(input, name) {
    const records = [];
    for (let rest = input, number = 1; rest !== '';) {
        const [whole = rest, quoted, plain = ''] = RECORD.exec(rest) ?? [];
        const text = quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"');
        if (quoted === undefined && /^"[^"]*$/.test(text))
            throw openQuote(`${name}, line ${number}`, text);
        if (text !== '')
            records.push({ number, text, isQuoted: quoted !== undefined });
        number += whole.split(/\r\n|\r|\n/).length - 1;
        rest = rest.slice(whole.length);
    }
    return records;
}
/** One item a line, which may be in quotes as {@link readRecords} has it. @throws {ProblemError} also where more follows the closing quote. */
function readQuotedLines(input, name) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collectAll */ ._U)(readRecords(input, name), ({ number, text, isQuoted }) => {
        if (isQuoted || !text.startsWith('"'))
            return text;
        throw openQuote(`${name}, line ${number}`, text);
    });
}
function openQuote(where, given) {
    const accepted = 'close the quote at the end of the value, and double a quote that stands for itself';
    return new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given, wrong: 'has a quote that is not closed', accepted });
}
/**
 * Reads `key=value` lines in order; the first `=` ends the key, the value may hold more of them.
 * @throws {ProblemError} for every line without `=` or without a key.
 */
function readPairs(text, where) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collectAll */ ._U)(readLines(text), (line) => splitPair(line, where));
}
/** As {@link readPairs}, of lines that may be in quotes. */
function readQuotedPairs(text, where) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collectAll */ ._U)(readQuotedLines(text, where), (line) => splitPair(line, where));
}
/** @throws {ProblemError} where there is no `=`, or no key before it. */
function splitPair(given, where) {
    const equals = given.indexOf('=');
    if (equals > 0)
        return [given.slice(0, equals), given.slice(equals + 1)];
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given, wrong: 'is no KEY=value', accepted: 'write the key, an equals sign and the value' });
}


/***/ }),

/***/ 5386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ lacksCommitTime),
/* harmony export */   DR: () => (/* binding */ lacksRepository),
/* harmony export */   og: () => (/* binding */ makeContext)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2040);

/** Puts the facts together. Call it again with the answers of the API where {@link lacksRepository} or {@link lacksCommitTime} says so. */
function makeContext(facts) {
    const { environment, payload, git } = facts;
    const read = (name) => environment[`GITHUB_${name}`] ?? '';
    const event = { name: read('EVENT_NAME'), payload };
    const sha = git?.sha ?? findSha(facts, read('SHA'));
    return {
        ref: git?.ref ?? findRef(event.name, payload, read('REF')),
        sha,
        event,
        baseRef: read('BASE_REF') || baseBranch(payload),
        repository: makeRepository(facts, read('REPOSITORY')),
        commitTime: git?.sha === sha && git.commitTime !== undefined ? git.commitTime : findCommitTime(facts, sha),
        checkedOut: facts.checkedOut,
        now: facts.now,
        run: makeRun(read),
    };
}
/** Whether the repository's API entry would say something that the event did not: description and licence are in no event. */
function lacksRepository({ repository }) {
    const { fullName, name, description, htmlUrl, defaultBranch, license } = repository;
    return /^[^/]+\/[^/]+$/.test(fullName) && [name, description, htmlUrl, defaultBranch, license].includes(undefined);
}
/** Whether the commit's API entry is needed for `created` and `{{commit_date}}`: pushes have the time in the event, others do not. */
function lacksCommitTime({ commitTime, sha, repository }) {
    return commitTime === undefined && sha !== '' && repository.fullName.includes('/');
}
/** `pull_request_target` runs on the base branch, yet is about its pull request. */
function findRef(event, payload, ref) {
    const number = payload.number ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.pull_request).number;
    return event === 'pull_request_target' && typeof number === 'number' ? `refs/pull/${number}/merge` : ref;
}
function findSha({ payload, prHeadSha }, sha) {
    const head = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.pull_request).head).sha);
    return prHeadSha && head !== undefined ? head : sha;
}
/** A pull request's base branch, or the branch that a pushed tag was made from (GitHub knows it for some tags only). */
function baseBranch(payload) {
    const base = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.pull_request).base).ref) ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(payload.base_ref) ?? '';
    return base.replace(/^refs\/heads\//, '');
}
/** The event's time where it is about this very commit, else the checkout's or the API's. */
function findCommitTime({ payload, commitTime, commitAnswer }, sha) {
    const listed = [payload.head_commit, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.merge_group).head_commit, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(payload.commits)].map(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB);
    const inEvent = listed.find((commit) => commit.id === sha && isTime(commit.timestamp));
    const committer = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(commitAnswer?.commit).committer);
    return [inEvent?.timestamp, commitTime, committer.date].find(isTime);
}
/** An unreadable time is none: it would show up in labels and tags. */
function isTime(value) {
    return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
/** The API's answer is newer than the event (a repository may be renamed); where there is one, its `null` means none. */
function makeRepository({ payload, repositoryAnswer }, fullName) {
    const source = repositoryAnswer ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.repository);
    return {
        fullName,
        name: textOrNone(source.name),
        description: textOrNone(source.description),
        htmlUrl: textOrNone(source.html_url),
        defaultBranch: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(source.default_branch) ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(payload.repository).default_branch),
        license: source.license === null ? '' : textOrNone((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(source.license).spdx_id),
        private: typeof source.private === 'boolean' ? source.private : undefined,
    };
}
function textOrNone(value) {
    return value === null ? '' : (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value);
}
function makeRun(read) {
    return { id: read('RUN_ID'), number: read('RUN_NUMBER'), attempt: read('RUN_ATTEMPT'), serverUrl: read('SERVER_URL') };
}


/***/ }),

/***/ 162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readPrHeadSha),
/* harmony export */   n: () => (/* binding */ inputsFromEnvironment)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);

/** The settings that metadata-action reads from the environment, by the input that says the same here. */
const ENVIRONMENT_INPUTS = {
    'annotation-levels': 'DOCKER_METADATA_ANNOTATIONS_LEVELS',
    'short-sha-length': 'DOCKER_METADATA_SHORT_SHA_LENGTH',
    'pr-head-sha': 'DOCKER_METADATA_PR_HEAD_SHA',
};
/** What the environment gives for inputs that are empty. An input that is given wins. */
function inputsFromEnvironment(environment) {
    return {
        'annotation-levels': environment[ENVIRONMENT_INPUTS['annotation-levels']] ?? '',
        'short-sha-length': environment[ENVIRONMENT_INPUTS['short-sha-length']] ?? '',
        'pr-head-sha': environment[ENVIRONMENT_INPUTS['pr-head-sha']] ?? '',
    };
}
/**
 * Reads `pr-head-sha`. In any case of letters, as metadata-action has it; `0` and `1` are off there, and so they are here.
 * @throws {ProblemError}
 */
function readPrHeadSha(text) {
    const value = text.trim().toLowerCase();
    if (['', 'true', 'false', '0', '1'].includes(value))
        return value === 'true';
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where: 'pr-head-sha', given: text, wrong: 'is neither true nor false', accepted: 'write true or false' });
}


/***/ }),

/***/ 4058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseObject),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2040);

/** The JSON in a foreign text; undefined where it is none. */
function parseJson(text) {
    try {
        return JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text)); // what JSON.parse gives is JSON
    }
    catch {
        return undefined;
    }
}
/** The JSON object in a foreign text; an empty one where it holds something else. */
function parseObject(text) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(parseJson(text));
}


/***/ }),

/***/ 6141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ formatPlatform),
/* harmony export */   F: () => (/* binding */ parsePlatform)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);

/** Other spellings in use; what follows `/` is the variant they mean. */
const ARCHITECTURES = new Map([
    ['aarch64', 'arm64'],
    ['x86_64', 'amd64'],
    ['x86-64', 'amd64'],
    ['i386', '386'],
    ['armhf', 'arm/v7'],
    ['armel', 'arm/v6'],
]);
/** The variant that each has where none is named, and that is not written. */
const USUAL_VARIANTS = { amd64: 'v1', arm64: 'v8' };
const PART = /^[a-z0-9_.-]{1,32}$/;
/**
 * Reads `os/architecture[/variant]`, e.g. `linux/arm64` or `linux/arm/v7`, and gives it as BuildKit writes it into an index.
 * @throws {ProblemError} where it is not of that form.
 * @see https://github.com/containerd/platforms/blob/main/database.go
 */
function parsePlatform(text, where = 'platforms') {
    const parts = text.trim().toLowerCase().split('/');
    const [os, given, variant] = parts;
    const wellFormed = parts.length <= 3 && parts.every((part) => PART.test(part));
    if (!wellFormed || os === undefined || given === undefined) {
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({
            where,
            given: text,
            wrong: 'is no platform',
            accepted: 'write os/architecture[/variant], such as linux/amd64 or linux/arm/v7',
        });
    }
    const [architecture = given, implied] = (ARCHITECTURES.get(given) ?? given).split('/');
    return { os, architecture, ...normalVariant(architecture, implied ?? variant) };
}
/** `8` and `v8.0` are `v8`, `linux/arm64/v8` is `linux/arm64`, and `linux/arm` is `linux/arm/v7`. */
function normalVariant(architecture, given) {
    const usual = architecture === 'arm' ? 'v7' : undefined;
    const variant = given?.replace(/^v?(\d+)(\.0)?$/, 'v$1') ?? usual;
    return variant === undefined || variant === USUAL_VARIANTS[architecture] ? {} : { variant };
}
/** `linux/arm/v7` */
function formatPlatform({ os, architecture, variant }) {
    return [os, architecture, variant].filter((part) => part !== undefined).join('/');
}


/***/ }),

/***/ 3323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describeProblem),
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   Mm: () => (/* binding */ ProblemError),
/* harmony export */   Q: () => (/* binding */ ifRead),
/* harmony export */   S6: () => (/* binding */ ifValid),
/* harmony export */   _U: () => (/* binding */ collectAll),
/* harmony export */   _c: () => (/* binding */ reveal),
/* harmony export */   bC: () => (/* binding */ orProblem),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/** One or more problems, thrown by the parser that met them and gathered by {@link collect}. */
class ProblemError extends Error {
    name = 'ProblemError';
    problems;
    constructor(problems) {
        const list = Array.isArray(problems) ? problems : [problems]; // Array.isArray does not narrow readonly arrays
        super(list.map(describeProblem).join('\n'));
        this.problems = list;
    }
}
/** `where: "what was given" is wrong how; what is accepted.` */
function describeProblem({ where, given, wrong, accepted }) {
    const subject = given === undefined ? '' : `${JSON.stringify(given)} `;
    return `${where}: ${subject}${wrong}; ${accepted}${/[.?]$/.test(accepted) ? '' : '.'}`;
}
/**
 * Runs every parser and returns their values under the same keys.
 * @throws {ProblemError} with the problems of all of them, in the order of the keys, if any has one.
 */
function collect(parsers) {
    const problems = [];
    const entries = Object.entries(parsers).map(([key, parse]) => [key, attempt(parse, problems)]);
    if (problems.length > 0)
        throw new ProblemError(problems);
    return Object.fromEntries(entries); // every parser returned, so every key holds its own type
}
/** Maps a list as {@link collect} does: all items are tried, the problems of all are thrown together. */
function collectAll(items, parse) {
    const problems = [];
    const values = items.map((item, index) => attempt(() => parse(item, index), problems));
    if (problems.length > 0)
        throw new ProblemError(problems);
    return values; // nothing failed, so no item is undefined by accident
}
function attempt(parse, problems) {
    try {
        return parse();
    }
    catch (error) {
        if (!(error instanceof ProblemError))
            throw error;
        problems.push(...error.problems);
        return undefined;
    }
}
/** What was read, alone in a list; none where something is wrong with it, which the parser of the input itself tells. */
function ifValid(read) {
    try {
        return [read()];
    }
    catch (error) {
        if (error instanceof ProblemError)
            return [];
        throw error;
    }
}
/** What stands in the way of reading something, as a value: to be told by {@link reveal} with the mistakes of all others. */
async function orProblem(reading) {
    try {
        return await reading;
    }
    catch (error) {
        if (error instanceof ProblemError)
            return error;
        throw error;
    }
}
/** What was read. @throws {ProblemError} where it could not be. */
function reveal(read) {
    if (read instanceof ProblemError)
        throw read;
    return read;
}
/** What was read; undefined where it could not be. */
function ifRead(read) {
    return read instanceof ProblemError ? undefined : read;
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


/***/ }),

/***/ 5547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ recordFromLabels),
/* harmony export */   Hk: () => (/* binding */ REF_LABEL),
/* harmony export */   Hn: () => (/* binding */ DEFINITION_LABEL),
/* harmony export */   jQ: () => (/* binding */ RUN_LABEL)
/* harmony export */ });
/* unused harmony exports VERSION_LABEL, REVISION_LABEL, CREATED_LABEL */
/**
 * The labels by which an image says later where it came from. They are what a floating tag's guard and the adoption of a
 * published image read back from a registry, so their names are a contract between releases of Tagboat.
 */
/** The full git ref the image was built for: `refs/tags/v1.2.3`. Two refs that meet in one tag are told apart by it. */
const REF_LABEL = 'io.tagboat.ref';
/** A hash over the build's definition (platforms, file, target, arguments and the like): equal hashes mean equal builds of one commit. */
const DEFINITION_LABEL = 'io.tagboat.definition';
/** The workflow's run number, a decimal text: the later run of one branch has the higher number. Absent on a desk. */
const RUN_LABEL = 'io.tagboat.run';
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md#pre-defined-annotation-keys */
const VERSION_LABEL = 'org.opencontainers.image.version';
const REVISION_LABEL = 'org.opencontainers.image.revision';
const CREATED_LABEL = 'org.opencontainers.image.created';
/** Reads the record from labels, or from annotations, which use the same keys. */
function recordFromLabels(labels) {
    const fact = (key) => (labels[key] === '' ? undefined : labels[key]);
    return {
        version: fact(VERSION_LABEL),
        revision: fact(REVISION_LABEL),
        ref: fact(REF_LABEL),
        definition: fact(DEFINITION_LABEL),
        run: fact(RUN_LABEL),
        created: fact(CREATED_LABEL),
    };
}


/***/ }),

/***/ 8229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   Sh: () => (/* binding */ formatRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);

/** @see https://github.com/distribution/reference/blob/v0.6.0/regexp.go: the grammar that docker itself uses. */
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const HOST = /^(?:\[[0-9a-fA-F:]{2,45}\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/;
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const MAX_NAME = 255;
/** Whether a text is a tag by the OCI grammar. */
function isTag(text) {
    return TAG.test(text);
}
/**
 * Reads the name of an image without tag or digest and completes it as docker does: `busybox` is `docker.io/library/busybox`.
 * Upper case letters in the path are lowered (as metadata-action does).
 * @throws {ProblemError} naming what is wrong: a scheme, a tag, a digest, a blank, an empty part.
 */
function parseRepository(text, where = 'images') {
    const problem = (wrong, accepted) => new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong, accepted });
    if (/^[a-z]+:\/\//i.test(text))
        throw problem('begins with a scheme', `write ${JSON.stringify(text.replace(/^[a-z]+:\/\//i, ''))}`);
    if (text.includes('@'))
        throw problem('holds a digest or a user', 'write a name without it, such as ghcr.io/owner/app');
    const { registry, path } = splitRegistry(text);
    const colon = path.lastIndexOf(':');
    if (colon >= 0)
        throw problem('holds a tag', `a name without tag is wanted: ${JSON.stringify(text.slice(0, text.lastIndexOf(':')))}`);
    const lowered = path.toLowerCase();
    const accepted = 'write registry/path or path, in lower case letters, digits and separators (. _ __ -), such as ghcr.io/owner/app';
    if (!HOST.test(registry))
        throw problem('has no valid registry', accepted);
    if (!lowered.split('/').every((part) => PATH_COMPONENT.test(part)))
        throw problem('is no image name', accepted);
    if (registry.length + 1 + lowered.length > MAX_NAME)
        throw problem('is too long', `at most ${MAX_NAME} characters`);
    if (lowered === 'library/sha256')
        throw problem('is called like a digest algorithm', 'choose another name');
    return { registry, path: lowered };
}
/** `docker.io/library/busybox`: the full name, also where docker prints a short one. */
function formatRepository({ registry, path }) {
    return `${registry}/${path}`;
}
/** The name as people write it: without `docker.io/` and `library/`. */
function shortName({ registry, path }) {
    return registry === 'docker.io' ? path.replace(/^library\/(?=[^/]+$)/, '') : `${registry}/${path}`;
}
/** The first part is a registry where it has a dot or a port, is `localhost`, or has upper case letters; else docker.io is meant. */
function splitRegistry(text) {
    const slash = text.indexOf('/');
    const first = slash < 0 ? '' : text.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === 'localhost';
    if (!isHost)
        return { registry: 'docker.io', path: slash < 0 ? `library/${text}` : text };
    const registry = first === 'index.docker.io' ? 'docker.io' : first;
    const rest = text.slice(slash + 1);
    return { registry, path: registry === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest };
}


/***/ }),

/***/ 1232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ registryHost),
/* harmony export */   w: () => (/* binding */ parseLogins)
/* harmony export */ });
/* harmony import */ var _input_table_elsewhere_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9738);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2040);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3323);



const KEYS = ['registry', 'username', 'password'];
const ACCEPTED = 'write a list of registry, username and password';
/**
 * Reads the login of `registry`, `username` and `password`, and those of `registry-auth`.
 * @throws {ProblemError} for what is no login, for a password without username, and for a login without password where `push: true` needs it.
 */
function parseLogins(text, { parseYaml, secretsWithheld = false }) {
    const needsPassword = text('push').trim().toLowerCase() === 'true';
    const check = (login, where) => {
        const missing = findMissing(login, needsPassword);
        if (missing === undefined || secretsWithheld)
            return login;
        const accepted = 'give both, and check that the secret exists and is available to this event';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where, wrong: `has no ${missing} for ${login.registry}`, accepted });
    };
    const { single, listed } = (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collect */ .Fo)({
        single: () => readSingle(text).map((login) => check(login, 'username, password')),
        listed: () => (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectAll */ ._U)(readList(text('registry-auth'), parseYaml), (entry, index) => {
            const where = `registry-auth, entry ${index + 1}`;
            return check(readEntry(entry, where), where);
        }),
    });
    const given = [...single, ...listed];
    return {
        logins: given.filter((login) => findMissing(login, true) === undefined),
        passwordless: given.filter(({ password }) => isBlank(password)).map(({ registry }) => registry),
    };
}
function readSingle(text) {
    const login = { registry: registryHost(text('registry')), username: text('username').trim(), password: text('password') };
    return isBlank(login.username) && isBlank(login.password) ? [] : [login];
}
function readList(text, parseYaml) {
    if (isBlank(text))
        return [];
    const document = parseYaml(text);
    if (!Array.isArray(document))
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where: 'registry-auth', wrong: 'is no YAML list', accepted: ACCEPTED });
    return document; // Array.isArray does not narrow readonly arrays
}
function readEntry(entry, where) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where, wrong: 'is no mapping', accepted: ACCEPTED });
    const fields = entry;
    const unknown = Object.keys(fields).find((key) => !KEYS.includes(key));
    if (unknown !== undefined) {
        const hint = (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(unknown, KEYS);
        const known = hint === undefined ? ACCEPTED : `did you mean ${hint}? Known: ${KEYS.join(', ')}`;
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where, given: unknown, wrong: 'is no known key', accepted: _input_table_elsewhere_js__WEBPACK_IMPORTED_MODULE_0__/* .ELSEWHERE */ .p.get(unknown) ?? known });
    }
    const text = (key) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(fields[key]) ?? '';
    return { registry: registryHost(text('registry')), username: text('username'), password: text('password') };
}
function findMissing({ username, password }, needsPassword) {
    if (isBlank(password))
        return needsPassword ? 'password' : undefined;
    return isBlank(username) ? 'username' : undefined;
}
function isBlank(text) {
    return text.trim() === '';
}
/** The host of a registry as people write it: `https://ghcr.io/` and `index.docker.io` have better names. */
function registryHost(text) {
    const host = text
        .trim()
        .replace(/^https?:\/\//i, '')
        .replace(/\/.*$/, '')
        .toLowerCase();
    return ['', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'].includes(host) ? 'docker.io' : host;
}


/***/ }),

/***/ 7678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   LQ: () => (/* binding */ parseGrowth),
/* harmony export */   T9: () => (/* binding */ formatGrowth),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3323);

/** Bytes by unit in lower case: powers of 1000 as registries show sizes, powers of 1024 with an `i`. @see IEC 80000-13 */
const UNITS = {
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
    tib: 2 ** 40,
};
const WRITE_SIZE = 'write a number and kB, MB, GB, KiB, MiB or GiB, such as 300 MB';
/** Reads `300 MB`, `1.5 GB` or `400 MiB`. @throws {ProblemError} where the unit is missing or unknown, or the number is none. */
function parseSize(text, where, accepted = WRITE_SIZE) {
    const [, amount = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,6})?)\s{0,4}([A-Za-z]{0,8})$/.exec(text.trim()) ?? [];
    const bytes = Math.round(Number(amount) * (UNITS[unit.toLowerCase()] ?? 0));
    if (amount !== '' && bytes > 0)
        return { text: text.trim(), bytes };
    const wrong = amount === '' ? 'is no size' : unit === '' ? 'has no unit' : Number(amount) === 0 ? 'is nothing' : `has the unknown unit ${unit}`;
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong, accepted });
}
/** Reads `10%`, or a size such as `20 MB`. @throws {ProblemError} for anything else. */
function parseGrowth(text, where) {
    const [, percent] = /^(\d{1,4}(?:\.\d{1,3})?)\s{0,4}%$/.exec(text.trim()) ?? [];
    if (percent !== undefined)
        return { kind: 'share', text: text.trim(), share: Number(percent) / 100 };
    const { bytes } = parseSize(text, where, 'write a share such as 10%, or a size such as 20 MB');
    return { kind: 'bytes', text: text.trim(), bytes };
}
/** Decimal units with three digits, as registries show sizes: `1.53 MB`. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    const rounded = bytes < 1000 ? bytes : Number(bytes.toPrecision(3)); // 999,600 bytes are 1.00 MB
    const power = rounded < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(rounded) / 3));
    const value = bytes / 1000 ** power;
    return `${power === 0 ? value : value.toPrecision(3)} ${units[power]}`;
}
/** `+12.3 %` */
function formatGrowth(bytes, beforeBytes) {
    const percent = beforeBytes === 0 ? 100 : ((bytes - beforeBytes) / beforeBytes) * 100;
    return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent).toFixed(1)} %`;
}


/***/ }),

/***/ 4991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSource),
/* harmony export */   j: () => (/* binding */ formatSource)
/* harmony export */ });
/* harmony import */ var _given_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6163);
/* harmony import */ var _input_table_build_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1130);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7079);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1497);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3323);





const ENGINE = 'docker-daemon:';
const ACCEPTED = 'write the path of an OCI layout or of its archive, or docker-daemon:name:tag';
/**
 * Reads the input `source`.
 * @param failure what stands against the path, as the host found it; undefined where nothing does.
 * @throws {ProblemError} also where inputs beside it ask for something to be built, or the image to be changed.
 */
function parseSource(text, failure) {
    const [given, ...others] = (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .readLines */ .Se)(text('source'));
    if (given === undefined)
        return undefined;
    const problem = (wrong, accepted) => new _problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm({ where: 'source', given, wrong, accepted });
    if (others.length > 0)
        throw problem('is not the only one', 'write one, and a step of its own for each further image');
    const idle = idleInputs(text);
    if (idle.length > 0)
        throw problem(`is published as it is, and nothing is done with ${idle.join(', ')}`, 'leave these inputs out, or source');
    if (failure !== undefined)
        throw problem(failure, ACCEPTED);
    if (!given.startsWith(ENGINE))
        return { kind: 'path', path: given };
    const reference = given.slice(ENGINE.length);
    if (reference === '' || /\s/.test(reference))
        throw problem('names no image of the engine', ACCEPTED);
    return { kind: 'engine', reference };
}
/** As it was given. */
function formatSource(source) {
    return source.kind === 'path' ? source.path : `${ENGINE}${source.reference}`;
}
/** Inputs beside it that would change the image or bring it elsewhere. `platforms` says what it has to hold. */
function idleInputs(text) {
    const building = _input_table_build_js__WEBPACK_IMPORTED_MODULE_0__/* .BUILD_INPUTS */ .$.filter(({ name }) => !['source', 'platforms'].includes(name));
    const changing = _input_table_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .m.filter(({ name }) => ['labels', 'annotations', 'load'].includes(name));
    return (0,_given_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .givenNames */ .S)([...building, ...changing], text);
}


/***/ }),

/***/ 172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440_lib_operator_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2124);
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8469);
/* harmony import */ var _pep440_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3996);
/* harmony import */ var _semver_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2691);




/** Negative where `a` comes before `b`, positive where it comes after, 0 where neither; undefined where one is no version of the scheme. */
function compareVersions(scheme, a, b) {
    const read = scheme === 'semver' ? _semver_js__WEBPACK_IMPORTED_MODULE_2__/* .readSemver */ .P : _pep440_js__WEBPACK_IMPORTED_MODULE_1__/* .readPep440 */ .W;
    const [first, second] = [read(a), read(b)];
    if (first === undefined || second === undefined)
        return undefined;
    return scheme === 'semver' ? semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_3__(first.version, second.version) : (0,_renovatebot_pep440_lib_operator_js__WEBPACK_IMPORTED_MODULE_0__.compare)(first.version, second.version);
}


/***/ }),

/***/ 3996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readPep440),
/* harmony export */   v: () => (/* binding */ PEP440_NAMES)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440_lib_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4818);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5043);


const PEP440_NAMES = ['raw', 'version', 'major', 'minor', 'patch', 'epoch'];
/**
 * Reads a Python version in any of its spellings, also with a leading `v`; missing parts are 0.
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
function readPep440(text) {
    const parsed = text.length > _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_VERSION_LENGTH */ .z ? null : (0,_renovatebot_pep440_lib_version_js__WEBPACK_IMPORTED_MODULE_0__.parse)(text.trim());
    if (parsed === null)
        return undefined;
    const { epoch, release, pre, post, dev, local } = parsed;
    const [major = '0', minor = '0', patch = '0'] = release.map(String);
    const version = (0,_renovatebot_pep440_lib_version_js__WEBPACK_IMPORTED_MODULE_0__.stringify)({ ...parsed, local: normalLocal(local) }) ?? text;
    const values = { raw: text, version, major, minor, patch, epoch: String(epoch) };
    // pre and dev are null where absent, whatever the types say
    const isStable = !pre && !dev;
    return {
        scheme: 'pep440',
        version,
        isStable,
        isPost: isStable && Boolean(post),
        major,
        minor,
        patch,
        hasThreeParts: release.length <= 3,
        values,
    };
}
/** The parser gives a list although its types say text; PEP 440's normal form has dots between the parts. */
function normalLocal(local) {
    return Array.isArray(local) ? local.join('.') : null;
}


/***/ }),

/***/ 5043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ MAX_VERSION_LENGTH)
/* harmony export */ });
/** Longer texts are no versions: node-semver has this limit, and it bounds the time of PEP 440's regular expression. */
const MAX_VERSION_LENGTH = 256;


/***/ }),

/***/ 2691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readSemver),
/* harmony export */   i: () => (/* binding */ SEMVER_NAMES)
/* harmony export */ });
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6353);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5043);


const SEMVER_NAMES = ['raw', 'version', 'major', 'minor', 'patch', 'prerelease', 'build'];
/** Reads `1.2.3-rc.1+build.5`, also with a leading `v`. Build metadata is no part of `{{version}}`. @see https://semver.org */
function readSemver(text) {
    const parsed = text.length > _reading_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_VERSION_LENGTH */ .z ? null : semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__(text);
    if (parsed === null)
        return undefined;
    const [major, minor, patch] = [String(parsed.major), String(parsed.minor), String(parsed.patch)];
    const prerelease = parsed.prerelease.map(String);
    const values = { raw: text, version: parsed.version, major, minor, patch, prerelease, build: parsed.build };
    return {
        scheme: 'semver',
        version: parsed.version,
        isStable: prerelease.length === 0,
        isPost: false,
        major,
        minor,
        patch,
        hasThreeParts: true,
        values,
    };
}


/***/ }),

/***/ 4674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readTagVersion)
/* harmony export */ });
/* harmony import */ var _pep440_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3996);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5043);
/* harmony import */ var _semver_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2691);



/** Where a version may begin: at the start of the tag or after one of these. */
const SEPARATOR = /[/@_-]/;
const VERSION = /^[vV]?=?((?:\d{1,9}!)?\d{1,16}(?:\.\d{1,16}){0,9})((?:[-+._a-zA-Z][0-9A-Za-z.+_-]*)?)(?:\/.*)?$/s;
const BUILD = /^\+[0-9A-Za-z.-]+$/;
/** Finds the leftmost version in a git tag: in `app/v1.2.3`, `@scope/app@1.2.3` and `app-v1.2.3` it is 1.2.3. */
function readTagVersion(tag) {
    if (tag.length > _reading_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_VERSION_LENGTH */ .z)
        return undefined;
    const starts = Array.from(tag, (_, at) => at).filter((at) => at === 0 || SEPARATOR.test(tag[at - 1] ?? ''));
    for (const start of starts) {
        const [, release = '', rest = ''] = VERSION.exec(tag.slice(start)) ?? [];
        const version = release === '' ? undefined : describe(release, rest);
        if (version !== undefined)
            return { prefix: tag.slice(0, tag.indexOf(release, start)), ...version };
    }
    return undefined;
}
function describe(release, rest) {
    const text = `${release}${rest}`;
    const parts = { text, release: release.split('.'), rest };
    const semver = (0,_semver_js__WEBPACK_IMPORTED_MODULE_2__/* .readSemver */ .P)(text);
    if (semver !== undefined)
        return { ...parts, scheme: 'semver', version: semver.version, isStable: semver.isStable };
    const pep440 = (0,_pep440_js__WEBPACK_IMPORTED_MODULE_0__/* .readPep440 */ .W)(text);
    if (pep440 !== undefined)
        return { ...parts, scheme: 'pep440', version: pep440.version, isStable: pep440.isStable };
    if (/^[._]|^-$/.test(rest) || (rest !== '' && !/^[-+]|^[a-zA-Z]+[\d.-]*$/.test(rest)))
        return undefined; // 1.x, 1.0.x
    return { ...parts, scheme: 'pep440', version: (0,_pep440_js__WEBPACK_IMPORTED_MODULE_0__/* .readPep440 */ .W)(release)?.version ?? release, isStable: rest === '' || BUILD.test(rest) };
}


/***/ }),

/***/ 2634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ splitVariant)
/* harmony export */ });
/**
 * What images of one version are told apart by: bases, distributions and flavours of runtimes, as the official images on Docker Hub name
 * them. By semver alone `1.2.3-alpine` would be a prerelease of 1.2.3.
 * @see https://github.com/docker-library/official-images/tree/master/library
 */
const VARIANTS = `
  alpine slim debian ubuntu distroless scratch busybox wolfi chiseled ubi fedora centos rocky amazonlinux
  buster bullseye bookworm trixie forky sid bionic focal jammy noble
  windowsservercore nanoserver windows cuda rocm cpu gpu fpm apache cli musl glibc rootless nonroot debug minimal full
`;
/** Parts what follows a version's numbers: `-rc.1-slim-bookworm` into `-rc.1` and `slim-bookworm`. */
function splitVariant(rest, more) {
    const known = new Set([...VARIANTS.trim().split(/\s+/), ...more.map((name) => name.toLowerCase())]);
    const words = rest.split('-');
    const at = words.findIndex((word, index) => index > 0 && known.has(/^[a-z_]*/i.exec(word)?.[0].toLowerCase() ?? ''));
    return at < 0 ? { rest, variant: '' } : { rest: words.slice(0, at).join('-'), variant: words.slice(at).join('-') };
}


/***/ }),

/***/ 5935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   qW: () => (/* binding */ decideMove),
/* harmony export */   ut: () => (/* binding */ isOfLine)
/* harmony export */ });
/* harmony import */ var _plan_version_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(172);
/* harmony import */ var _plan_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4674);
/* harmony import */ var _plan_version_variant_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2634);



/** Judges our image against the one a floating tag holds, within the tag's line (P4). */
function judge(comparison) {
    const { line } = comparison;
    switch (line.kind) {
        case 'version':
        case 'channel':
            return judgeVersions(comparison, line);
        case 'branch':
        case 'pull-request':
            return judgeRefs(comparison) ?? judgeCommits(comparison);
        case 'schedule':
            return judgeCommits(comparison);
        case 'other':
            return isSameRef(comparison)
                ? judgeCommits(comparison)
                : unknown(`an image of ${comparison.held.ref ?? 'an unknown ref'}, and nothing says which of the two is newer`);
    }
}
/** Turns a judgement into a decision, as the `floating` input says. */
function decideMove({ order, what }, policy) {
    if (policy === 'always')
        return { move: true };
    if (order === 'newer' || order === 'same')
        return { move: true };
    if (order === 'unknown' && policy === 'forward')
        return { move: true, reason: `held ${what}` };
    return { move: false, reason: `holds ${what}` };
}
function judgeVersions(comparison, line) {
    const held = heldVersion(comparison);
    const order = held === undefined ? undefined : compare(line, held);
    if (held === undefined || order === undefined)
        return unknown('an image that does not say its version');
    if (!isOfLine(held, line))
        return unknown(`${held.text}, which is not of its line`);
    if (order < 0)
        return { order: 'older', what: `${held.text}, which is newer than ${line.version}` };
    return { order: order > 0 ? 'newer' : 'same', what: held.text };
}
/** By the line's scheme; where the held version is none of it, such as one of four numbers, by PEP 440, which reads most. */
function compare({ scheme, version }, held) {
    return (0,_plan_version_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(scheme, version, held.version) ?? (0,_plan_version_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)('pep440', version, held.version);
}
/** Whether the held version is one that the line goes over: of its numbers, and stable where ours is. */
function isOfLine(held, line) {
    if (line.kind === 'channel')
        return true;
    const numbers = line.within === '' ? [] : line.within.split('.').map(Number);
    const sameNumbers = numbers.every((number, index) => Number(held.release[index] ?? 0) === number);
    return sameNumbers && (held.isStable || (0,_plan_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .readTagVersion */ .f)(line.version)?.isStable === false);
}
/** The version from the git tag where Tagboat recorded it, else from the version label, which a flavor may have changed. */
function heldVersion({ held, tag }) {
    const gitTag = held.ref?.startsWith('refs/tags/') ? (0,_plan_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .readTagVersion */ .f)(held.ref.slice('refs/tags/'.length)) : undefined;
    const label = (0,_plan_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .readTagVersion */ .f)(held.version ?? '');
    const version = gitTag ?? (label !== undefined && /^v?$/.test(label.prefix) ? label : undefined); // `sha-1234567` is no version
    return version === undefined ? undefined : withoutVariant(version, tag);
}
/** `1.2.3-alpine` is 1.2.3 in another variant and no prerelease; so is what the tag itself ends with. */
function withoutVariant(version, tag) {
    const { rest } = (0,_plan_version_variant_js__WEBPACK_IMPORTED_MODULE_2__/* .splitVariant */ .m)(version.rest, tag.split('-').slice(1));
    return (0,_plan_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .readTagVersion */ .f)(`${version.release.join('.')}${rest}`) ?? version;
}
/** Two refs can meet in one tag (`a/b` and `a-b`): the one that has it keeps it. */
function judgeRefs({ ours, held }) {
    if (ours.ref === undefined || held.ref === undefined || ours.ref === held.ref)
        return undefined;
    return { order: 'foreign', what: `the image of ${held.ref}, and this is ${ours.ref}` };
}
function isSameRef({ ours, held }) {
    return ours.ref !== undefined && ours.ref === held.ref;
}
/** By ancestry; else by run number; else, as a last resort, by time. */
function judgeCommits({ ours, held, ancestry }) {
    if (ours.revision !== undefined && ours.revision === held.revision)
        return { order: 'same', what: 'an image of the same commit' };
    if (ancestry === 'ahead')
        return { order: 'newer', what: `${shortSha(held)}, an ancestor of ${shortSha(ours)}` };
    if (ancestry === 'behind')
        return { order: 'older', what: `${shortSha(held)}, which is ahead of ${shortSha(ours)}` };
    const runs = [runNumber(ours), runNumber(held)];
    const times = [timeOf(ours), timeOf(held)];
    return (compareFacts(runs, (mine, theirs) => `the image of run ${theirs}, and this is run ${mine}`) ??
        compareFacts(times, () => `an image made ${held.created}, and this one was made ${ours.created}`) ??
        unknown(isTold(runs) || isTold(times)
            ? 'an image of another commit, of the same run and time'
            : 'an image that says neither its commit nor its run'));
}
function compareFacts([ours, held], say) {
    if (ours === undefined || held === undefined || ours === held)
        return undefined;
    return { order: ours > held ? 'newer' : 'older', what: say(ours, held) };
}
function isTold(facts) {
    return !facts.includes(undefined);
}
function runNumber({ run }) {
    return run !== undefined && /^\d{1,15}$/.test(run) ? Number(run) : undefined;
}
function timeOf({ created }) {
    const time = created === undefined ? Number.NaN : Date.parse(created);
    return Number.isNaN(time) ? undefined : time;
}
function shortSha({ revision }) {
    return revision?.slice(0, 7) ?? 'an unknown commit';
}
function unknown(what) {
    return { order: 'unknown', what };
}


/***/ }),

/***/ 9651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ tellsOvertaking),
/* harmony export */   a: () => (/* binding */ findOvertaking)
/* harmony export */ });
/* harmony import */ var _plan_version_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(172);
/* harmony import */ var _plan_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4674);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5935);



/**
 * The fixed tag of the newest version in a floating tag's line that is newer than ours. It is looked for among the tags that have
 * come since preflight, after ours is written: runs write their fixed tags before their floating ones, so whoever writes a floating tag last sees by it that it is not the newest.
 * @param own the tags of this run in the repository: their fixed ones tell how versions are written there.
 * @returns undefined where ours is the newest.
 */
function findOvertaking({ line, name }, own, listed) {
    const affixes = line?.kind === 'version' ? findAffixes(line.version, own) : undefined;
    if (line?.kind !== 'version' || affixes === undefined)
        return undefined;
    const { before, after } = affixes;
    const length = (0,_plan_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .readTagVersion */ .f)(line.version)?.release.length;
    const isNewer = (a, b) => ((0,_plan_version_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(line.scheme, a, b) ?? 0) > 0;
    const newer = listed
        .filter((tag) => tag !== name && tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length)
        .flatMap((tag) => {
        const held = (0,_plan_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .readTagVersion */ .f)(tag.slice(before.length, tag.length - after.length));
        const isVersion = held !== undefined && held.prefix === '' && held.release.length === length; // `1.2` is a floating tag
        return isVersion && (0,_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfLine */ .ut)(held, line) && isNewer(held.version, line.version) ? [{ tag, version: held.version }] : [];
    });
    return newer.toSorted((a, b) => (isNewer(a.version, b.version) ? -1 : 1))[0]?.tag;
}
/** Whether the tags of a repository can tell that a newer version has come. */
function tellsOvertaking({ line }, own) {
    return line?.kind === 'version' && findAffixes(line.version, own) !== undefined;
}
function findAffixes(version, own) {
    const fixed = own.find(({ lifetime, name }) => lifetime === 'fixed' && name.includes(version));
    if (fixed === undefined)
        return undefined;
    const at = fixed.name.indexOf(version);
    return { before: fixed.name.slice(0, at), after: fixed.name.slice(at + version.length) };
}


/***/ }),

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ preflight),
/* harmony export */   w: () => (/* binding */ PreflightError)
/* harmony export */ });
/* harmony import */ var _overtaken_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9651);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1660);


/** Why nothing can be published: every required destination that is not ready, one line each. */
class PreflightError extends Error {
    name = 'PreflightError';
    reasons;
    constructor(reasons) {
        super(reasons.join('\n'));
        this.reasons = reasons;
    }
}
/**
 * Asks all destinations at once, before anything is built: may we push, and what does every tag hold now?
 * An optional destination that cannot answer is skipped with its reason (P2).
 * @throws {PreflightError} with all required destinations that are not ready, or with all optional ones where no other is left.
 */
async function preflight(asked) {
    const destinations = await Promise.all(asked.map(ask));
    const skipped = destinations.filter((answer) => answer.kind === 'skipped');
    const required = skipped.filter(({ destination }) => !destination.optional);
    if (required.length > 0)
        throw new PreflightError(required.map(({ reason }) => reason));
    if (skipped.length > 0 && skipped.length === asked.length)
        throw new PreflightError((0,_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .nobodyLeft */ .L)(skipped.map(({ reason }) => reason)));
    return { destinations };
}
async function ask(destination) {
    try {
        // Both at once, but the push right is awaited first: its refusal explains more than a tag that cannot be read.
        const client = destination.preflightClient ?? destination.client;
        const proof = client.provePush();
        const held = readTags(client, destination);
        const listing = listWhereItTells(client, destination);
        held.catch(() => undefined); // heard below, unless the proof fails first
        await proof;
        return { kind: 'ready', destination, held: await held, listing };
    }
    catch (cause) {
        return { kind: 'skipped', destination, reason: (0,_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A)(cause) };
    }
}
/** There are other ways to see who was first, so no failure of it is one. */
async function listWhereItTells(client, { tags }) {
    return tags.some((tag) => (0,_overtaken_js__WEBPACK_IMPORTED_MODULE_0__/* .tellsOvertaking */ .V)(tag, tags)) ? client.listTags().catch(() => undefined) : undefined;
}
async function readTags(client, { tags }) {
    const found = await Promise.all(tags.map(async ({ name }) => [name, (await client.headManifest(name))?.digest]));
    return new Map(found);
}


/***/ }),

/***/ 1660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   L: () => (/* binding */ nobodyLeft)
/* harmony export */ });
/** The first line of what was thrown. The registry client's errors name registry, repository, status and hint in it. */
function reasonOf(thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    return text.split('\n', 1)[0] ?? '';
}
const NOBODY_LEFT = 'optional-registries: every registry of this run is optional, one at least has to take the image, and all failed';
/** The reasons of all destinations where each of them may fail and has: a run that publishes nowhere has not done what it is for. */
function nobodyLeft(reasons) {
    return reasons.map((reason, index) => (index === 0 ? `${NOBODY_LEFT}: ${reason}` : reason));
}


/***/ }),

/***/ 5932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LL: () => (/* binding */ discardBody),
/* harmony export */   c8: () => (/* binding */ SourceError),
/* harmony export */   e3: () => (/* binding */ SilenceError),
/* harmony export */   x8: () => (/* binding */ readBody)
/* harmony export */ });
/** No answer in time; `silentMs` is how long it was waited for. */
class SilenceError extends Error {
    name = 'SilenceError';
    code = 'ETIMEDOUT';
    silentMs;
    constructor(what, silentMs) {
        super(`${what} for ${silentMs / 1000} s`);
        this.silentMs = silentMs;
    }
}
/** What the body's source threw: not the registry's fault, so whoever called gets the cause as it was. */
class SourceError extends Error {
    name = 'SourceError';
}
/**
 * The whole body.
 * @throws {RangeError} with the code TOO_LONG where it is longer than `limitBytes`; Node's network errors.
 */
async function readBody({ body }, limitBytes) {
    const chunks = [];
    let sizeBytes = 0;
    for await (const chunk of body) {
        sizeBytes += chunk.length;
        if (sizeBytes > limitBytes)
            throw Object.assign(new RangeError(`the answer is longer than ${limitBytes} bytes`), { code: 'TOO_LONG' }); // leaving the loop closes the connection
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** Lets the connection be used again; an answer of more than a few kB is not worth that. */
async function discardBody(answer) {
    await readBody(answer, 16_384).catch(() => undefined);
}


/***/ }),

/***/ 7360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ askCredentialHelper),
/* harmony export */   g: () => (/* binding */ listCredentialHelper)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8321);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2040);
/* harmony import */ var _plan_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4058);
/* harmony import */ var _plan_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3323);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8066);






/** Cloud helpers call their cloud; one that waits for a person would wait for ever. */
const TIMEOUT_MS = 30_000;
/** What helpers say where they know nothing. @see https://github.com/docker/docker-credential-helpers/blob/v0.9.3/credentials/error.go */
const NOT_FOUND = /credentials not found|no credentials|not found in native keychain/i;
/**
 * Asks `docker-credential-<name> get` for a registry's credentials, the way docker does; undefined where it has none.
 * @throws {ProblemError} naming the helper where it is missing, fails, is too slow or answers something else.
 * @see https://github.com/docker/docker-credential-helpers#usage
 */
async function askCredentialHelper(name, server, context) {
    const program = programOf(name);
    const { exitCode, output, errors } = await run(program, { action: 'get', input: server }, context);
    if (exitCode !== 0) {
        if (NOT_FOUND.test(output + errors))
            return undefined;
        throw problem(program, `failed for ${server} with exit status ${exitCode}`, `try it: echo ${server} | ${program} get`);
    }
    const { Username: username, Secret: secret } = (0,_plan_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .l)(output);
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
    const held = exitCode === 0 ? (0,_plan_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(output) : undefined;
    if (!(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(held))
        throw problem(program, `does not say what it holds (exit status ${exitCode})`, `try it: ${program} list`);
    return Object.keys(held);
}
function programOf(name) {
    const program = `docker-credential-${name}`;
    if (/^[A-Za-z0-9._-]{1,100}$/.test(name))
        return program;
    throw problem(program, 'is no name of a credential helper', 'the docker config names it without path');
}
async function run(program, { action, input }, { environment, signal }) {
    const limit = AbortSignal.timeout(TIMEOUT_MS);
    try {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, [action], {
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
        const [exitCode, output, errors] = await Promise.all([ended, (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(child.stdout), (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(child.stderr)]);
        return { exitCode, output, errors };
    }
    catch (error) {
        signal.throwIfAborted();
        if (limit.aborted)
            throw problem(program, `gave no answer in ${TIMEOUT_MS / 1000} s`, 'a helper that answers without a person is wanted');
        const code = (0,_error_code_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(error) || String(error);
        const wrong = code === 'ENOENT' ? 'is not on the PATH' : `cannot be run (${code})`;
        throw problem(program, wrong, 'install it, or take it out of credHelpers and credsStore');
    }
}
function problem(program, wrong, accepted) {
    return new _plan_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where: 'docker config', given: program, wrong, accepted });
}


/***/ }),

/***/ 9673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ dockerConfigFolder),
/* harmony export */   TO: () => (/* binding */ readDockerConfig),
/* harmony export */   gD: () => (/* binding */ findCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2040);
/* harmony import */ var _plan_parse_json_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4058);
/* harmony import */ var _plan_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3323);
/* harmony import */ var _credential_helper_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7360);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8066);
/* harmony import */ var _hub_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8875);









/** A key that docker writes for nobody: helpers say so where the secret is an identity token. */
const TOKEN_USER = '<token>';
/** Where the user's docker configuration lies. @see https://docs.docker.com/reference/cli/docker/#environment-variables */
function dockerConfigFolder({ DOCKER_CONFIG, HOME }) {
    return DOCKER_CONFIG || node_path__WEBPACK_IMPORTED_MODULE_2__.join(HOME || node_os__WEBPACK_IMPORTED_MODULE_1__.homedir(), '.docker');
}
/**
 * Reads `$DOCKER_CONFIG/config.json` or `~/.docker/config.json`; no file is an empty configuration.
 * @throws {ProblemError} naming the file where it cannot be read or is no JSON object.
 */
async function readDockerConfig(environment) {
    const file = node_path__WEBPACK_IMPORTED_MODULE_2__.join(dockerConfigFolder(environment), 'config.json');
    const data = parseConfig(await readIfThere(file), file);
    return {
        file,
        auths: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asObject */ .eB)(data.auths),
        credentialHelpers: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asObject */ .eB)(data.credHelpers),
        credentialStore: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(data.credsStore),
        settings: data,
    };
}
/**
 * The credentials docker would use for a registry (`docker.io`, `ghcr.io`, `localhost:5000`): its helper's, the store's, or those in the file.
 * @throws {ProblemError} where a helper is missing or fails, or an entry cannot be read.
 */
async function findCredentials(config, registry, context) {
    const helper = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entryFor(config.credentialHelpers, registry)) ?? config.credentialStore;
    if (helper !== undefined && helper !== '') {
        const answer = await (0,_credential_helper_js__WEBPACK_IMPORTED_MODULE_4__/* .askCredentialHelper */ .Z)(helper, (0,_hub_js__WEBPACK_IMPORTED_MODULE_6__/* .configKey */ .u)(registry), context);
        if (answer !== undefined)
            return fromHelper(answer);
    }
    return readEntry((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asObject */ .eB)(entryFor(config.auths, registry)), { file: config.file, registry });
}
function fromHelper({ username, secret }) {
    return username === TOKEN_USER ? { kind: 'identity-token', token: secret } : { kind: 'password', username, password: secret };
}
/** The entry for that host: written just so, or with a scheme or a path around it, as older dockers and other tools do. */
function entryFor(entries, registry) {
    const exact = entries[(0,_hub_js__WEBPACK_IMPORTED_MODULE_6__/* .configKey */ .u)(registry)];
    const similar = Object.keys(entries).find((key) => (0,_hub_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalHost */ .r)(key) === (0,_hub_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalHost */ .r)(registry));
    return exact ?? (similar === undefined ? undefined : entries[similar]);
}
function readEntry(entry, place) {
    const token = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entry.identitytoken) ?? '';
    if (token !== '')
        return { kind: 'identity-token', token };
    const auth = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entry.auth) ?? '';
    if (auth !== '')
        return decodeAuth(auth, place);
    const username = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entry.username) ?? '';
    return username === '' ? undefined : { kind: 'password', username, password: (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entry.password) ?? '' };
}
/** base64 of `user:password`; docker pads with NUL. */
function decodeAuth(auth, { file, registry }) {
    const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = decoded.indexOf(':');
    if (colon > 0)
        return { kind: 'password', username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
    throw new _plan_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm({
        where: `${file}, auths, ${registry}`,
        wrong: 'the value of "auth" cannot be read',
        accepted: 'log in to this registry again: base64 of user:password is wanted',
    });
}
async function readIfThere(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (error) {
        const code = (0,_error_code_js__WEBPACK_IMPORTED_MODULE_7__/* .errorCode */ .CA)(error) || String(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return '';
        throw configProblem(file, `cannot be read (${code})`);
    }
}
function parseConfig(text, file) {
    if (text.trim() === '')
        return {}; // docker takes an empty file as an empty configuration
    const data = (0,_plan_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .q)(text);
    if (!(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(data))
        throw configProblem(file, 'is no JSON object');
    return data;
}
function configProblem(file, wrong) {
    return new _plan_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm({
        where: 'docker config',
        given: file,
        wrong,
        accepted: "docker's config.json, or give credentials in registry-auth and set DOCKER_CONFIG to an empty directory",
    });
}


/***/ }),

/***/ 8066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   K5: () => (/* binding */ wasClosed),
/* harmony export */   TR: () => (/* binding */ isCertificateCode)
/* harmony export */ });
/** Of a TLS connection whose certificate is not trusted. @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_/;
/** The code that Node gives its errors, such as ECONNREFUSED; '' where there is none. By shape, since errors may come from another realm. */
function errorCode(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : '';
}
/** Whether the other side closed the connection. */
function wasClosed(error) {
    const code = errorCode(error);
    return code === 'ECONNRESET' || code === 'EPIPE';
}
function isCertificateCode(code) {
    return CERTIFICATE.test(code);
}


/***/ }),

/***/ 7422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  gl: () => (/* binding */ RegistryError),
  n: () => (/* binding */ answerError),
  rO: () => (/* binding */ answerMismatch),
  x6: () => (/* binding */ networkError),
  Nk: () => (/* binding */ readErrorBody)
});

// UNUSED EXPORTS: redactUrl

// EXTERNAL MODULE: ./.build/plan/json.js
var json = __nccwpck_require__(2040);
// EXTERNAL MODULE: ./.build/plan/parse-json.js
var parse_json = __nccwpck_require__(4058);
// EXTERNAL MODULE: ./.build/plan/reference.js
var plan_reference = __nccwpck_require__(8229);
// EXTERNAL MODULE: ./.build/registry/answer.js
var registry_answer = __nccwpck_require__(5932);
;// CONCATENATED MODULE: ./.build/registry/classify.js
const PERMANENT = { temporary: false };
const TEMPORARY = { temporary: true };
/** GitHub asks for at least a minute. @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
const SECONDARY_RATE_LIMIT_MS = 60_000;
/** The specification says the former, olareg the latter. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#error-codes */
const DAMAGED = ['DIGEST_INVALID', 'BLOB_UPLOAD_INVALID'];
const TEMPORARY_NETWORK_CODES = [
    'ECONNRESET',
    'ECONNREFUSED',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
];
/** Judges an answer that is not what was asked for. `nowMs` is the clock, for a Retry-After that is a date. */
function classifyAnswer(symptom, nowMs) {
    const { status, code } = symptom;
    const wait = retryAfterOf(symptom.retryAfter, nowMs);
    if (isPullLimit(symptom))
        return PERMANENT; // a window of six hours: waiting does not help
    if (isSecondaryLimit(symptom))
        return { temporary: true, retryAfterMs: Math.max(SECONDARY_RATE_LIMIT_MS, wait ?? 0) };
    if (code === 'BLOB_UPLOAD_UNKNOWN')
        return TEMPORARY; // the session was lost; a new one is opened
    if (DAMAGED.includes(code) && status === 400)
        return { temporary: true, attempts: 2 }; // damaged on the way, or wrong for good
    if (!isTemporary(status))
        return PERMANENT;
    return wait === undefined ? TEMPORARY : { temporary: true, retryAfterMs: wait };
}
function isTemporary(status) {
    return status === 408 || status === 429 || status >= 500;
}
/** Judges an error of Node's network functions by its code; `proxyStatus` is what a proxy said to CONNECT, where it said something. */
function classifyNetworkCode(code, proxyStatus) {
    if (code === 'ENOTFOUND')
        return { temporary: true, attempts: 2 }; // a resolver's hiccup is rarer than a wrong name
    if (code === 'ERR_PROXY_TUNNEL')
        return proxyStatus === undefined || isTemporary(proxyStatus) ? TEMPORARY : PERMANENT;
    return TEMPORARY_NETWORK_CODES.includes(code) ? TEMPORARY : PERMANENT;
}
/** Docker Hub's limit on pulls. @see https://docs.docker.com/docker-hub/usage/pulls/ */
function isPullLimit({ status, message, rateLimitRemaining }) {
    return status === 429 && (/^0(?:;|$)/.test(rateLimitRemaining ?? '') || /pull rate limit/i.test(message));
}
/** GitHub's limit on writing fast, which GHCR tells as 403. */
function isSecondaryLimit({ status, message }) {
    return status === 403 && /secondary rate limit/i.test(message);
}
/** Milliseconds, from seconds or from a date; not negative; undefined for anything else. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfterOf(header, nowMs) {
    const text = header?.trim() ?? '';
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1000;
    const isDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text);
    return isDate ? Math.max(0, Date.parse(text) - nowMs) : undefined;
}

// EXTERNAL MODULE: ./.build/registry/error-code.js
var error_code = __nccwpck_require__(8066);
;// CONCATENATED MODULE: ./.build/registry/hint.js


/** Who runs which hosts; the first match counts. `distribution` stands for every other registry. */
const HOSTS = [
    [/^(?:docker\.io|registry-1\.docker\.io|index\.docker\.io)$/, 'docker-hub'],
    [/^ghcr\.io$/, 'ghcr'],
    [/^public\.ecr\.aws$|\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]{1,30}\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/, 'ecr'],
    [/^(?:[a-z0-9-]{1,63}\.)?gcr\.io$|-docker\.pkg\.dev$/, 'gar'],
    [/\.azurecr\.(?:io|cn|us)$/, 'acr'],
    [/^registry\.gitlab\.|(?:^|[.-])gitlab[.-]/, 'gitlab'],
    [/^quay\.io$|(?:^|[.-])quay[.-]/, 'quay'],
    [/(?:^|[.-])harbor[.-]/, 'harbor'],
];
const LOGIN = {
    'docker-hub': 'check the username and the access token (hub.docker.com, Account settings, Personal access tokens)',
    ghcr: 'log in with the workflow\'s github.token or a classic token with "write:packages"',
    ecr: 'get a fresh password with `aws ecr get-login-password`; it lasts 12 hours',
    gar: 'log in as oauth2accesstoken with an access token, or as _json_key with a service account key',
    acr: 'log in with a token, a service principal or `az acr login --expose-token`',
    gitlab: 'log in with $CI_REGISTRY_USER and $CI_REGISTRY_PASSWORD, or a deploy token with write_registry',
    quay: 'log in with a robot account, whose name has the form owner+robot',
    harbor: 'log in with a robot account, whose name begins with robot$',
    distribution: 'check the username and the password for this registry',
};
const PUSH_RIGHT = {
    'docker-hub': 'give the access token the scope "Read & Write" and its user write access to the repository',
    ghcr: 'give the job `permissions: packages: write`, or give this repository write access in the package\'s settings ("Manage Actions access")',
    ecr: 'allow ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability and PutImage on the repository',
    gar: 'give the account the role "Artifact Registry Writer" on the repository',
    acr: 'give the identity the role AcrPush',
    gitlab: 'use a token with write_registry, of at least the role Developer',
    quay: 'give the robot account write permission on the repository',
    harbor: 'give the robot account "push" on the project',
    distribution: 'give the user the right to push to this repository',
};
const MISSING = {
    'docker-hub': 'create the repository first, or check the name of its owner',
    ghcr: 'check the owner; it must exist and be written in lower case',
    ecr: 'create the repository first: `aws ecr create-repository`; ECR does not do it on push',
    gar: 'create the repository first: `gcloud artifacts repositories create`; the name is project/repository/image',
    acr: 'check the name of the registry',
    gitlab: 'check the path of the project, and that its container registry is switched on',
    quay: 'create the repository first, or allow the robot account to create repositories',
    harbor: 'create the project first; the name is project/image',
    distribution: 'check the name of the repository',
};
/** Which registry's rules and words apply to a host. */
function registryKind(host) {
    const name = host.replace(/:\d{1,5}$/, '').toLowerCase();
    return HOSTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'distribution';
}
/** What to change, as an imperative without a full stop; undefined where nothing better is known than the error itself. */
function hintFor(failing) {
    return networkHint(failing) ?? contentHint(failing) ?? accessHint(failing);
}
function networkHint({ status, code, logsIn = false, stopsOnTheWay = false }) {
    if (status !== undefined)
        return undefined;
    if (stopsOnTheWay)
        return 'check HTTPS_PROXY and NO_PROXY, or where the registry redirects to';
    if (logsIn && /^(?:ENOTFOUND|ECONNREFUSED)$/.test(code))
        return 'the registry sends logins to this host: check that it can be reached from here';
    if (code === 'ENOTFOUND')
        return 'check the spelling of the registry';
    if (code === 'ECONNREFUSED')
        return 'check that the registry runs and that its port is right';
    if (code === 'ERR_PROXY_TUNNEL')
        return 'check HTTPS_PROXY and NO_PROXY';
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return "the certificate is another host's: check the spelling of the registry";
    if (code === 'CERT_HAS_EXPIRED')
        return "renew the registry's certificate";
    if ((0,error_code/* isCertificateCode */.TR)(code))
        return 'name the CA in NODE_EXTRA_CA_CERTS or put it into /etc/docker/certs.d/<registry>/ca.crt';
    return /^(?:HPE_|EPROTO|ERR_SSL)/.test(code) ? 'check scheme and port: the other side does not speak the same protocol' : undefined;
}
function contentHint({ registry, status, code, message, rateLimitRemaining }) {
    if (isPullLimit({ status: status ?? 0, message, rateLimitRemaining }))
        return 'log in to the registry: this limit is per six hours and waiting does not help';
    if (isSecondaryLimit({ status: status ?? 0, message }))
        return 'let fewer jobs push at the same time';
    if (/quota/i.test(message))
        return 'free storage or raise the quota';
    if (/immutable/i.test(message) || (status === 409 && code === 'TAG_INVALID'))
        return 'the registry forbids to move this tag: choose another or make the repository mutable';
    if (status === 413)
        return 'raise the size limit of the registry or of the proxy in front of it (nginx: client_max_body_size)';
    if (status === 415)
        return `${registry} does not take this kind of manifest: it may be too old for image indexes or OCI media types`;
    return undefined;
}
function accessHint({ registry, writes, status, code, message, insufficientScope = false }) {
    const kind = registryKind(registry);
    if (/token has expired/i.test(message))
        return LOGIN[kind]; // ECR says DENIED to that
    if (status === 404 && code === 'NAME_UNKNOWN')
        return MISSING[kind];
    if (status === 404 && writes && code !== 'BLOB_UPLOAD_UNKNOWN')
        return MISSING[kind];
    if (status === 403)
        return writes ? PUSH_RIGHT[kind] : LOGIN[kind];
    if (status === 401 && writes && (insufficientScope || code === 'DENIED'))
        return `log in with credentials that may push: ${PUSH_RIGHT[kind]}`;
    if (status === 401)
        return LOGIN[kind];
    return undefined;
}

// EXTERNAL MODULE: ./.build/registry/location.js
var registry_location = __nccwpck_require__(4017);
;// CONCATENATED MODULE: ./.build/registry/error.js








/** An error answer is a few hundred bytes; a proxy's HTML page may be more. */
const MAX_ERROR_BYTES = 65_536;
const MAX_DETAIL = 300;
const WRITES = ['prove the right to push', 'push blob', 'mount blob', 'push manifest'];
/**
 * What a registry, or the way to it, said no to. The message is one line without control characters, credentials or query strings:
 * `ghcr.io/owner/app: cannot push manifest 1.2.3: 403 DENIED, permission_denied: write_package; give the job …`.
 */
class RegistryError extends Error {
    name = 'RegistryError';
    registry;
    repository;
    operation;
    reference;
    /** Scheme, host and path alone. */
    url;
    /** undefined where there was no answer. */
    status;
    /** The OCI error code or Node's, '' where there is none. */
    code;
    /** Whether the same may succeed later (P7). */
    temporary;
    retryAfterMs;
    /** At most so many attempts in all; undefined where the retry budget alone decides. */
    attempts;
    /** How long a silent registry was waited for. */
    silentMs;
    hint;
    constructor(failure) {
        super(describeFailure(failure), { cause: failure.cause });
        this.registry = failure.repository.registry;
        this.repository = failure.repository;
        this.operation = failure.operation;
        this.reference = failure.reference;
        this.url = redactUrl(failure.url);
        this.status = failure.status;
        this.code = failure.code;
        this.temporary = failure.verdict.temporary;
        this.retryAfterMs = failure.verdict.retryAfterMs;
        this.attempts = failure.verdict.attempts;
        this.silentMs = failure.silentMs ?? 0;
        this.hint = failure.hint;
    }
}
/** The error for an answer that is not what was asked for. Reads its body. */
async function answerError(asked, answer) {
    const { status, headers } = answer;
    const { code, message } = await readErrorBody(answer);
    const remaining = headers['ratelimit-remaining'];
    const rateLimitRemaining = typeof remaining === 'string' ? remaining : undefined;
    const verdict = classifyAnswer({ status, code, message, retryAfter: headers['retry-after'], rateLimitRemaining }, clockOf(answer));
    const insufficientScope = /insufficient_scope/.test(headers['www-authenticate'] ?? '');
    const facts = { status, code, message, rateLimitRemaining, insufficientScope };
    const hint = hintFor({ ...facts, registry: asked.repository.registry, writes: WRITES.includes(asked.operation) });
    const target = status >= 300 && status < 400 ? (0,registry_location/* resolveLocation */.K)(headers.location, answer.url) : undefined;
    const detail = target === undefined ? message : `the registry redirects to ${redactUrl(target)}`;
    return new RegistryError({ ...asked, status, code, detail, verdict, hint });
}
/** What a refusal says about itself; both are '' where it says nothing. Reads its body. */
async function readErrorBody(answer) {
    const bytes = await (0,registry_answer/* readBody */.x8)(answer, MAX_ERROR_BYTES).catch(() => new Uint8Array());
    return parseErrorBody(Buffer.from(bytes).toString('utf8'));
}
/** The error for a request that got no answer. Errors that are not the network's (a cancellation, a failing source) stay as they are. */
function networkError(asked, cause) {
    if (cause instanceof RegistryError)
        return cause;
    if (cause instanceof registry_answer/* SourceError */.c8)
        return cause.cause;
    if (!isNetworkError(cause))
        return cause;
    const { code } = cause;
    const stopsOnTheWay = connectingElsewhere(cause, asked.url) !== undefined;
    const facts = { registry: asked.repository.registry, writes: false, logsIn: asked.operation === 'log in', stopsOnTheWay };
    const hint = hintFor({ ...facts, status: undefined, code, message: cause.message });
    const silence = cause instanceof registry_answer/* SilenceError */.e3 ? { silentMs: cause.silentMs } : {};
    return new RegistryError({
        ...asked,
        code,
        detail: describeNetworkError(cause, asked.url),
        verdict: classifyNetworkCode(code, cause.statusCode),
        hint,
        cause,
        ...silence,
    });
}
function isNetworkError(cause) {
    return (0,error_code/* errorCode */.CA)(cause) !== '' && (0,error_code/* errorCode */.CA)(cause) !== 'ABORT_ERR';
}
/** The error for an answer that claims success and cannot be believed: a captive portal, other bytes, no Location. */
function answerMismatch(asked, detail, verdict = { temporary: false }) {
    return new RegistryError({ ...asked, code: '', detail, verdict, hint: undefined });
}
/** Scheme, host and path: what follows `?` may be a signature. */
function redactUrl(url) {
    return `${url.protocol}//${url.host}${url.pathname}`;
}
function describeFailure({ repository, operation, reference, status, code, detail, hint, verdict }) {
    const what = [`cannot ${operation}`, reference].filter((part) => part !== undefined).join(' ');
    const answer = [status, code].filter((part) => part !== undefined && part !== '').join(' ');
    const waitMs = verdict.retryAfterMs ?? 0;
    const wait = waitMs > 0 ? `the registry asks to wait ${Math.ceil(waitMs / 1000)} s` : '';
    const reason = [answer, printable(detail), wait].filter((part) => part !== '').join(', ');
    return `${(0,plan_reference/* formatRepository */.Sh)(repository)}: ${what}: ${reason}${hint === undefined ? '' : `; ${hint}`}`;
}
/** The reason in OpenSSL's `40…:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/…:77:`. */
const OPENSSL = /:error:[0-9A-F]{1,16}:[^:]{0,200}:[^:]{0,200}:([^:]{1,200}):/;
/** `127.0.0.1:3128`, where that is not the port that was asked for: of a proxy, or of a host that we were redirected to. */
function connectingElsewhere({ address, port }, url) {
    if (address === undefined || port === undefined)
        return undefined;
    const asked = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
    return port === asked ? undefined : `${address.includes(':') ? `[${address}]` : address}:${port}`;
}
/** Node's `connect ECONNREFUSED 127.0.0.1:5000` says the code a second time and not the host's name. */
function describeNetworkError(cause, url) {
    const { host } = url;
    const elsewhere = connectingElsewhere(cause, url);
    const texts = {
        ENOTFOUND: `there is no host ${host}`,
        EAI_AGAIN: `the name of ${host} could not be resolved`,
        ECONNREFUSED: `${elsewhere === undefined ? '' : `${elsewhere} on the way to `}${host} refused the connection`,
        ECONNRESET: `${host} closed the connection`,
        EPIPE: `${host} closed the connection`,
        ERR_PROXY_TUNNEL: cause.statusCode === undefined ? 'the proxy closed the connection' : `the proxy answered ${cause.statusCode} to CONNECT ${host}`,
    };
    const [, reason] = OPENSSL.exec(cause.message) ?? [];
    return texts[cause.code] ?? (reason === undefined ? cause.message : `no TLS with ${host}: ${reason}`);
}
/** The registry's clock where it tells, since a Retry-After that is a date is a date of that clock. */
function clockOf({ headers }) {
    const told = Date.parse(headers.date ?? '');
    return Number.isNaN(told) ? Date.now() : told;
}
/** The first error of `{"errors":[{code,message}]}`; token endpoints also say `{details}`, `{error,error_description}` or `{message}`. */
function parseErrorBody(text) {
    const data = (0,parse_json/* parseObject */.l)(text);
    const [first] = (0,json/* asList */.DD)(data.errors);
    const source = first === undefined ? data : (0,json/* asObject */.eB)(first);
    const code = (0,json/* asText */.e1)(source.code) ?? (0,json/* asText */.e1)(source.error) ?? '';
    const message = (0,json/* asText */.e1)(source.message) ?? (0,json/* asText */.e1)(source.error_description) ?? (0,json/* asText */.e1)(source.details) ?? '';
    return { code: /^[A-Za-z0-9_.-]{1,64}$/.test(code) ? code : '', message };
}
/** Foreign text for one line: no control or formatting characters, not endless, and no full stop, for more follows. */
function printable(text) {
    const clean = text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim()
        .replace(/\.$/, '');
    return clean.length > MAX_DETAIL ? `${clean.slice(0, MAX_DETAIL)}…` : clean;
}


/***/ }),

/***/ 4404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback),
/* harmony export */   g: () => (/* binding */ apiHostOf)
/* harmony export */ });
/** Docker Hub's API lives on another host than its name says. @see https://docs.docker.com/reference/api/registry/latest/ */
function apiHostOf(registry) {
    return registry === 'docker.io' ? 'registry-1.docker.io' : registry;
}
/** Whether a host (with or without port, as in a URL) is this machine: what is sent there in plain text does not leave it. */
function isLoopback(host) {
    const name = host.replace(/:\d{1,5}$/, '').replace(/^\[|\]$/g, '');
    return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}


/***/ }),

/***/ 8875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ canonicalHost),
/* harmony export */   u: () => (/* binding */ configKey)
/* harmony export */ });
/** Docker Hub's name in docker's configuration. @see https://github.com/docker/cli/blob/v28.5.0/cli/config/configfile/file.go */
const HUB_KEY = 'https://index.docker.io/v1/';
const HUB_HOSTS = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
/** The key of a registry in docker's configuration: `ghcr.io`, `localhost:5000`, or that of Docker Hub. */
function configKey(registry) {
    return HUB_HOSTS.includes(registry) ? HUB_KEY : registry;
}
/** The registry that a key means, written with a scheme or a path as older dockers and other tools do: `https://ghcr.io/v1/` is `ghcr.io`. */
function canonicalHost(key) {
    const host = key.replace(/^[a-z]{1,8}:\/\//i, '').split('/')[0] ?? '';
    return HUB_HOSTS.includes(host) ? 'docker.io' : host;
}


/***/ }),

/***/ 4017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ resolveLocation),
/* harmony export */   Z: () => (/* binding */ nextPage)
/* harmony export */ });
/** Where a list goes on, as the answer's `Link` says. @see https://www.rfc-editor.org/rfc/rfc8288#section-3 */
function nextPage({ headers, url }) {
    return resolveLocation(/^<([^>]{1,4096})>; *rel="?next"?/.exec(String(headers.link ?? ''))?.[1], url);
}
/** The header's URL; undefined where it is none, or none of HTTP. */
function resolveLocation(location, base) {
    if (location === undefined || !URL.canParse(location, base.href))
        return undefined;
    const url = new URL(location, base.href);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}


/***/ }),

/***/ 4506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ explainLines)
/* harmony export */ });
/* harmony import */ var _plan_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(472);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8362);


/** Why every rule gave what it gave, what came of `latest`, and when each tag moves. */
function explainLines(naming) {
    const rules = naming.rules.map((outcome) => [describePlace(outcome), outcome.rule, describeOutcome(outcome)]);
    const latest = ['flavor', 'latest', `${naming.latest.tag ?? 'nothing'}: ${naming.latest.reason}`];
    const tags = naming.tags.map((tag) => [tag.name, tag.lifetime, (0,_plan_text_js__WEBPACK_IMPORTED_MODULE_0__/* .describeLine */ .ES)(tag), describeMoves(tag)]);
    return [...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .alignColumns */ .RM)([...rules, latest]), ...(tags.length === 0 ? [] : ['']), ...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .alignColumns */ .RM)(tags)].map(_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj);
}
function describePlace({ inputLine }) {
    return inputLine === 0 ? 'default' : `line ${inputLine}`;
}
function describeOutcome({ tags, reason }) {
    return reason === undefined ? tags.join(' ') : `nothing: ${reason}`;
}
function describeMoves({ line }) {
    return line === undefined ? 'never moves: other content under its name is refused' : `moves unless it holds ${describeLater(line)}`;
}
function describeLater(line) {
    switch (line.kind) {
        case 'version':
        case 'channel':
            return `a later version than ${line.version}`;
        case 'branch':
            return 'a later commit of the branch, or another ref';
        case 'pull-request':
            return 'a later commit of the pull request';
        case 'schedule':
            return 'a later run';
        case 'other':
            return 'a later commit of the same ref';
    }
}


/***/ }),

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** Shorter texts are not masked: they would blot out the log and protect nothing. */
const SHORTEST = 4;
const SHORTEST_LINE = 8;
/**
 * The forms in which a secret could turn up in a log: itself, trimmed, each long line of it, base64 (alone and after `user:`),
 * percent-encoded and JSON-escaped.
 */
function secretForms(secret, username) {
    const trimmed = secret.trim();
    if (trimmed.length < SHORTEST)
        return [];
    const forms = [
        secret,
        trimmed,
        ...trimmed.split(/\r?\n/).filter((line) => line.length >= SHORTEST_LINE),
        base64(trimmed),
        ...(username === undefined ? [] : [base64(`${username}:${trimmed}`)]),
        encodeURIComponent(trimmed),
        JSON.stringify(trimmed).slice(1, -1),
    ];
    return [...new Set(forms)].filter((form) => form !== '');
}
/** Base64 without the help of node: this folder is pure. */
function base64(text) {
    const characters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)); // not all as arguments: a secret may be a file
    return btoa(characters.join(''));
}


/***/ }),

/***/ 472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ describeLine),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   KS: () => (/* binding */ planTitle),
/* harmony export */   bt: () => (/* binding */ titleOfRef)
/* harmony export */ });
/* harmony import */ var _plan_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6141);
/* harmony import */ var _plan_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8229);
/* harmony import */ var _plan_source_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4991);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8362);




/** `v1.2.3: 4 tags in 2 repositories for linux/amd64 and linux/arm64` */
function planTitle(plan) {
    const { images, source } = plan;
    const platforms = [...new Set(images.flatMap((image) => image.platforms.map(_plan_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .B)))];
    const forPlatforms = platforms.length === 0 ? '' : ` for ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .sentenceList */ .MT)(platforms)}`;
    const ofImages = images.length === 1 ? '' : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(images.length, 'image')}, `;
    const tags = images.reduce((sum, { naming }) => sum + naming.tags.length, 0);
    const repositories = images.reduce((sum, { destinations }) => sum + destinations.length, 0);
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(`${titleOfRef(source.ref)}: ${ofImages}${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(tags, 'tag')} in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(repositories, 'repository')}${forPlatforms}`);
}
/** `v1.2.3`, `main`, `pull request 7`; a ref of another kind as it is. */
function titleOfRef(ref) {
    const [, pullRequest] = /^refs\/pull\/(\d+)\//.exec(ref) ?? [];
    if (pullRequest !== undefined)
        return `pull request ${pullRequest}`;
    return ref.replace(/^refs\/(heads|tags)\//, '') || 'no ref';
}
/** The plan as people read it: a label a block, a fact a line. */
function planLines(plan) {
    const { source, images, build, push } = plan;
    return [
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('from', [
            `${source.ref === '' ? 'no ref' : source.ref}${source.sha === '' ? '' : ` at ${source.sha.slice(0, 12)}`}${source.event === '' ? '' : ` (${source.event})`}`,
        ]),
        ...(images.length === 1
            ? images.flatMap(imageLines)
            : images.flatMap((image) => [...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('target', [image.target]), ...imageLines(image)])),
        ...buildLines(plan),
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('exports', build.exports.map(({ target, output }) => `${output}${target === '' ? '' : ` of target ${target}`}`)),
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('gates', describeSignedTag(plan)),
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('publish', [`${push.push ? 'yes' : 'no'}: ${push.reason}`]),
    ];
}
function imageLines(image) {
    const { naming, destinations } = image;
    return [
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('images', destinations.map(({ repository, optional }) => `${(0,_plan_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(repository)}${optional ? ' (optional)' : ''}`)),
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('tags', (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .alignColumns */ .RM)(naming.tags.map((tag) => [tag.name, tag.lifetime, describeLine(tag), `by ${tag.from}`]))),
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('no tag by', naming.rules.flatMap(({ rule, reason }) => (reason === undefined ? [] : [`${rule}: ${reason}`]))),
        ...(image.target === '' ? [] : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('platforms', [describePlatforms(image.platforms)])),
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('gates', gateLines(image)),
    ];
}
function describePlatforms(platforms) {
    return platforms.length === 0 ? 'the builder’s own' : platforms.map(_plan_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .B).join(', ');
}
function buildLines({ build: { source, bake, ...build }, images }) {
    if (source !== undefined)
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('source', [(0,_plan_source_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSource */ .j)(source)]);
    if (bake !== undefined) {
        const published = images.map(({ target }) => target);
        const others = bake.targets.filter(({ name }) => !published.includes(name)).map(({ name }) => name);
        return [...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('bake', [bake.files.join(', ')]), ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('built too', others.length === 0 ? [] : [others.join(', ')])];
    }
    return [
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('platforms', [describePlatforms(build.platforms)]),
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .labelLines */ ._e)('context', [
            `${build.context}${build.file === '' ? '' : `, file ${build.file}`}${build.target === '' ? '' : `, target ${build.target}`}`,
        ]),
    ];
}
function gateLines({ checks }) {
    const { tests, services, testPlatforms, maxSizes, maxGrowth } = checks;
    const where = testPlatforms.length === 0 ? 'every platform' : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .sentenceList */ .MT)(testPlatforms);
    return [
        ...(services === undefined ? [] : [`services up on ${where}: ${describeServices(services)}`]),
        ...tests.map(({ text }) => `test on ${where}: ${text}`),
        ...maxSizes.map(({ platform, limit }) => `at most ${limit.text}${platform === undefined ? '' : ` for ${platform}`}`),
        ...(maxGrowth === undefined ? [] : [`at most ${maxGrowth.text} more than before`]),
    ];
}
function describeServices({ names, tested }) {
    const marked = names.map((name) => (tested.includes(name) ? `${name} (the image)` : name)).join(', ');
    return tested.length === 0 ? `${marked}; none of them is the image, which is tested beside them` : marked;
}
function describeSignedTag({ signedTag: { kind }, source: { ref } }) {
    if (kind === 'no')
        return [];
    if (!ref.startsWith('refs/tags/'))
        return [`no signature: ${ref === '' ? 'there is no ref' : `${ref} is no tag`}`];
    return [kind === 'github' ? 'the git tag is signed, says GitHub' : 'the git tag is signed with a given key'];
}
/** `follows 1.2.x`; '' for a fixed tag. */
function describeLine({ line }) {
    return line === undefined ? '' : `follows ${describeFollowed(line)}`;
}
function describeFollowed(line) {
    switch (line.kind) {
        case 'version':
            return line.within === '' ? 'all stable versions' : `${line.within}.x`;
        case 'branch':
            return `branch ${line.branch}`;
        case 'pull-request':
            return `pull request ${line.number}`;
        case 'schedule':
            return 'the schedule';
        case 'channel':
            return `channel ${line.channel}`;
        case 'other':
            return 'this ref, until another takes it';
    }
}


/***/ }),

/***/ 8362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ preformatted),
/* harmony export */   MT: () => (/* binding */ sentenceList),
/* harmony export */   RM: () => (/* binding */ alignColumns),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   _e: () => (/* binding */ labelLines),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/** A text from outside on one line of ours: control characters are shown, and nothing in it can be read as a workflow command. */
function plain(text) {
    return text
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('##[', '## [')
        .replaceAll('::', ': :');
}
/** A text from outside inside a Markdown table cell or sentence: nothing in it is markup, and no line end gets out. */
function markdown(text) {
    return preformatted(text).replace(/[\\`*_{}[\]()#+!|~@-]/g, '\\$&');
}
/** A line from outside within `<pre>`, where Markdown is not read. */
function preformatted(text) {
    return plain(text).replace(/[&<>]/g, asEntity);
}
/**
 * A text from outside as code in Markdown, also inside a table, and without the links that GitHub makes of bare addresses.
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
function code(text) {
    return `<code>${plain(text).replace(/[&<>|`*_~[\]\\]|:(?=\/\/)|(?<=\bwww)\./g, asEntity)}</code>`;
}
const NAMED = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
function asEntity(character) {
    return NAMED[character] ?? `&#${character.charCodeAt(0)};`;
}
/** `0.84 s`, `12.3 s`, `4 min 5 s` */
function formatDuration(milliseconds) {
    const seconds = milliseconds / 1000;
    const digits = seconds.toPrecision(seconds < 1 ? 2 : 3);
    if (Number(digits) < 60)
        return `${digits} s`;
    const rounded = Math.round(seconds);
    return `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
}
/** `sha256:1a2b3c4d5e6f`: the first twelve hex digits, as docker shows a digest. */
function shortDigest(digest) {
    return digest.slice(0, 'sha256:'.length + 12);
}
/** `one, two and three` */
function sentenceList(items) {
    if (items.length < 2)
        return items.join('');
    return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
/** `1 tag`, `4 tags` */
function count(number, noun) {
    const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
    return `${number} ${number === 1 ? noun : plural}`;
}
/** Rows with their columns aligned; the last column is as long as it is. */
function alignColumns(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd());
}
/** Lines with a label before the first of them, as the plan is printed. */
function labelLines(label, lines) {
    return lines.map((line, index) => `${(index === 0 ? label : '').padEnd(10)} ${plain(line)}`);
}


/***/ }),

/***/ 5049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  dN: () => (/* binding */ exportVariable),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, setCommandEcho, setFailed, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
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
function toCommandProperties(annotationProperties) {
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
    process.stdout.write(cmd.toString() + external_os_.EOL);
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
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
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
        return file_command_issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
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
    command_issueCommand('add-mask', {}, secret);
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
        return file_command_issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, toCommandValue(value));
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
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
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
        return file_command_issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, toCommandValue(value));
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
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
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
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
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
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9689);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
