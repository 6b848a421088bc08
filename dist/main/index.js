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

/***/ 6466:
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

/***/ 3213:
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

/***/ 2881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.build/facts/read-request.js + 26 modules
var read_request = __nccwpck_require__(8546);
// EXTERNAL MODULE: ./.build/git/complete-ref.js
var complete_ref = __nccwpck_require__(6518);
// EXTERNAL MODULE: ./.build/host/cancellation.js
var cancellation = __nccwpck_require__(5122);
;// CONCATENATED MODULE: ./.build/host/standstill.js
/** @see https://nodejs.org/api/process.html#event-beforeexit */
function watchForStandstill(source) {
    const controller = new AbortController();
    const { signal } = controller;
    return {
        signal,
        run: async (work) => {
            let reject = () => undefined;
            const standstill = new Promise((_, fail) => {
                reject = fail;
            });
            const tell = () => {
                const error = new Error('the run waits for something that will never happen: this is a bug of Tagboat, please report it with this log');
                reject(error);
                controller.abort(error);
            };
            source.once('beforeExit', tell);
            try {
                return await Promise.race([work(), standstill]);
            }
            finally {
                source.off('beforeExit', tell);
            }
        },
    };
}

// EXTERNAL MODULE: ./.build/plan/inputs/request.js + 8 modules
var inputs_request = __nccwpck_require__(5567);
// EXTERNAL MODULE: ./.build/build/failure.js
var failure = __nccwpck_require__(8659);
// EXTERNAL MODULE: ./.build/host/process.js
var host_process = __nccwpck_require__(3892);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var problem = __nccwpck_require__(1141);
// EXTERNAL MODULE: ./.build/publish/expected.js
var expected = __nccwpck_require__(104);
// EXTERNAL MODULE: ./.build/publish/preflight.js
var preflight = __nccwpck_require__(1541);
;// CONCATENATED MODULE: ./.build/app/run-record.js





/** @param signal its reason replaces any error that a cancelled stage threw. */
function startReport(signal) {
    const started = performance.now();
    let durations = {};
    let report = {
        plan: undefined,
        images: [],
        outcome: undefined,
        newPackages: [],
        metadata: '',
        failures: [],
    };
    const note = (facts) => {
        report = { ...report, ...facts };
    };
    return {
        note,
        time: async (request, run) => {
            const begun = performance.now();
            try {
                return await run();
            }
            finally {
                durations = { ...durations, [request]: performance.now() - begun };
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
            failures: [...report.failures, ...describeOutcome(report.outcome)],
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
    if (error instanceof host_process/* DockerError */.B)
        return [asFailure(error.message)];
    if (error instanceof Error && (0,expected/* isExpected */.D)(error))
        return [asFailure(error.message)];
    return [asFailure(error instanceof Error ? (error.stack ?? error.message) : String(error))];
}
/** What publishing failed of, and the bugs of ours that it met. */
function describeOutcome(outcome) {
    const { messages = [], bugs = [] } = outcome?.failure ?? {};
    return [...messages.map(asFailure), ...bugs.flatMap(describeFailure)];
}
function asFailure(message) {
    return { message };
}

// EXTERNAL MODULE: ./.build/plan/text/escape.js
var text_escape = __nccwpck_require__(1731);
// EXTERNAL MODULE: ./.build/plan/text/reference.js
var reference = __nccwpck_require__(455);
// EXTERNAL MODULE: ./.build/plan/trust/job-token.js
var job_token = __nccwpck_require__(6370);
// EXTERNAL MODULE: ./.build/report/explain.js
var explain = __nccwpck_require__(4506);
;// CONCATENATED MODULE: ./.build/report/notices.js


/**
 * What went well and is to be known all the same, a line each: destinations where every tag was held back, and tags that were
 * moved although something spoke against it, with what they held before.
 */
function noticesOf({ destinations }) {
    return [...destinations.flatMap(heldBack), ...movedAllTheSame(destinations)];
}
/** Who may pull the packages that this run made. */
function packageNotices(packages) {
    return packages.map(({ repository, isPublic }) => {
        const name = (0,reference/* shortName */.EU)(repository);
        const [owner = ''] = repository.path.split('/');
        if (isPublic)
            return `${name} is new and public: everybody may pull it`;
        return `${name} is new and private: only those with access may pull it. Its settings change that (https://github.com/${owner}?tab=packages)`;
    });
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
    return [...places].map(([notice, repositories]) => `${notice}; it was moved in ${(0,text_escape/* sentenceList */.MT)(repositories)}`);
}

// EXTERNAL MODULE: ./.build/report/plan-text.js
var plan_text = __nccwpck_require__(472);
// EXTERNAL MODULE: ./.build/plan/text/sizes.js
var text_sizes = __nccwpck_require__(2384);
;// CONCATENATED MODULE: ./.build/report/published.js


/** The tags of a destination that hold the digest at the end, as they were read back. */
function heldTags({ tags }) {
    return namesOf(tags, 'moved', 'unchanged');
}
/**
 * What is published at this moment, in one sentence, for the reader of a failure:
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
        return tags.length === 0 ? [] : [`${(0,reference/* shortName */.EU)(destination.repository)} ${(0,text_escape/* sentenceList */.MT)(tags)}`];
    });
    return places.join('; ');
}

;// CONCATENATED MODULE: ./.build/report/result-text.js




/** `Result: published in 1.2 s` */
function resultTitle(report) {
    const { outcome, images, durations, failures } = report;
    const took = (0,text_escape/* formatDuration */.a3)(durations.total);
    if (failures.length > 0)
        return `Result: failed after ${took}`;
    if (images.length === 0)
        return `Result: nothing was done, in ${took}`;
    const reason = whyNotPublished(report);
    if (reason !== undefined)
        return `Result: built in ${took}, not published: ${(0,text_escape/* plain */.pj)(reason)}`;
    const isChanged = outcome?.destinations.some(({ state }) => state === 'published') === true;
    return `Result: ${isChanged ? 'published' : 'nothing to change'} in ${took}`;
}
/** What is where now: the digest, a line a tag and repository, a line a platform. */
function resultLines({ plan, outcome, images, failures }) {
    const destinations = outcome?.destinations ?? [];
    return [
        ...images.flatMap(imageLines),
        ...(0,text_escape/* alignColumns */.RM)(destinations.flatMap(destinationRows)).map(text_escape/* plain */.pj),
        ...(failures.length > 0 && plan?.push.push === true ? [(0,text_escape/* plain */.pj)(publishedNow(outcome))] : []),
    ];
}
function imageLines({ target, digest, adopted, platforms, verdict }) {
    return [
        ...(target === '' ? [] : [(0,text_escape/* plain */.pj)(`target     ${target}`)]),
        `digest     ${digest}`,
        ...(adopted === undefined ? [] : [(0,text_escape/* plain */.pj)(`reused     ${adopted}: nothing was built`)]),
        ...(0,text_escape/* alignColumns */.RM)(platforms.map(({ platform, digest: own, sizeBytes, layers }) => [
            'platform ',
            platform,
            (0,text_sizes/* formatBytes */.z3)(sizeBytes),
            ...growthCell(platform, verdict),
            (0,text_escape/* count */.U9)(layers.length, 'layer'),
            own,
        ])),
        ...(verdict?.uncompared === undefined ? [] : [(0,text_escape/* plain */.pj)(`growth     not limited: ${verdict.uncompared}`)]),
        ...testLines(verdict),
    ];
}
/** A cell where there is something to compare with, on every line. */
function growthCell(platform, verdict) {
    if (verdict?.comparedWith === undefined)
        return [];
    const size = verdict.sizes.find((each) => each.platform === platform);
    return [size?.beforeBytes === undefined ? 'new' : (0,text_sizes/* formatGrowth */.T9)(size.sizeBytes, size.beforeBytes)];
}
function testLines(verdict) {
    const { tests = [], untested } = verdict ?? {};
    if (untested !== undefined)
        return [(0,text_escape/* plain */.pj)(`tests      not run: ${untested}`)];
    return (0,text_escape/* alignColumns */.RM)(tests.map((result) => ['test     ', describeTestEnd(result), result.platform, (0,text_escape/* formatDuration */.a3)(result.durationMs), (0,text_escape/* plain */.pj)(result.text)]));
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
/** A reason that all tags of a destination share is shown once, with the failure. */
function ownReason(tag, common) {
    return tag.reason === undefined || tag.reason === common ? '' : tag.reason;
}
function tagState({ state }) {
    return state === 'moved' ? 'published' : state;
}

;// CONCATENATED MODULE: ./.build/report/simulation-notes.js

/** Why the registry would refuse the job's token, which is its login; undefined where it would not. */
function packagesWarning({ step, packages }, plan, registry) {
    const used = plan.images.flatMap(({ destinations }) => destinations.map(({ repository }) => repository.registry));
    if (!used.includes(registry) || packages === 'write' || !plan.push.push)
        return undefined;
    const job = step.replace(/,.*$/, '');
    const add = 'add permissions: { contents: read, packages: write } to the job';
    if (packages === 'default')
        return `${registry} refuses the job's token where the repository's settings make it read only: ${job} has no permissions; ${add}`;
    return `${registry} will refuse the job's token: ${job} has no permission packages: write; ${add}`;
}
/** The lines that stand under the plan. */
function simulationLines({ file, step, matrix, standIns }) {
    const rows = standIns.map(({ expression, value, inputs }) => [
        expression,
        `in ${(0,text_escape/* sentenceList */.MT)(inputs)}`,
        expression.startsWith('github.') && value !== 'github-token' ? `${value} stands for it` : '',
    ]);
    return [
        ...(0,text_escape/* labelLines */._e)('workflow', [`${file}, ${step}`]),
        ...(0,text_escape/* labelLines */._e)('matrix', matrix === '' ? [] : [matrix]),
        ...(0,text_escape/* labelLines */._e)('only in CI', (0,text_escape/* alignColumns */.RM)(rows)),
    ];
}

// EXTERNAL MODULE: ./.build/plan/naming/list-references.js
var list_references = __nccwpck_require__(1220);
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
    return { digest, imageid: image.imageId ?? digest, digests: JSON.stringify(digests), sizes: JSON.stringify(sizes) };
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
        return [target, { version: naming.version, tags: (0,list_references/* listReferences */.X)(naming), ...built, references: own.flatMap(references) }];
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

;// CONCATENATED MODULE: ./.build/report/summary.js







/** The job summary in GitHub's Markdown. Everything from outside is escaped. */
function renderSummary(report) {
    const { plan } = report;
    const images = plan?.images ?? [];
    const sections = [
        heading(report),
        failureSection(report),
        warningSection(report),
        noteSection(report),
        images.length > 1 ? overview(images, report) : '',
        ...(images.length > 1 ? images.map((image) => folded(image, report)) : images.flatMap((image) => imageSections(image, report))),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
/** A row an image: what it is called, its tags, its sizes, and what became of it. */
function overview(images, report) {
    const rows = images.map(({ target, naming, destinations }) => {
        const own = (report.outcome?.destinations ?? []).filter((destination) => destination.target === target);
        const sizes = (report.images.find((image) => image.target === target)?.platforms ?? []).map(({ platform, sizeBytes }) => `${(0,text_escape/* code */.aY)(platform)} ${(0,text_sizes/* formatBytes */.z3)(sizeBytes)}`);
        return [
            (0,text_escape/* code */.aY)(target),
            destinations.map(({ repository }) => (0,text_escape/* code */.aY)((0,reference/* shortName */.EU)(repository))).join(' '),
            naming.tags.map(({ name }) => (0,text_escape/* code */.aY)(name)).join(' '),
            sizes.join(', '),
            report.outcome === undefined ? 'not published' : summary_describeOutcome(own),
        ];
    });
    return table(['target', 'image', 'tags', 'compressed', ''], rows);
}
/** One of several images, to be unfolded. */
function folded(planned, report) {
    const image = report.images.find(({ target }) => target === planned.target);
    const title = [(0,text_escape/* code */.aY)(planned.target), ...(image === undefined ? [] : imageFacts(image))].join(' · ');
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
    return [`digest ${(0,text_escape/* code */.aY)(digest)}`, ...(adopted === undefined ? [] : [`reused from ${(0,text_escape/* code */.aY)(adopted)}, nothing was built`])];
}
function heading(report) {
    const { plan, images, durations } = report;
    const ref = plan === undefined ? '' : `${(0,text_escape/* markdown */.wD)((0,plan_text/* titleOfRef */.bt)(plan.source.ref))}: `;
    const [only, ...others] = images;
    const facts = [
        ...(only === undefined || others.length > 0 ? [] : imageFacts(only)),
        ...(durations.build === undefined ? [] : [`built in ${(0,text_escape/* formatDuration */.a3)(durations.build)}`]),
        `${(0,text_escape/* formatDuration */.a3)(durations.total)} in all`,
    ];
    return `### ⛵ ${ref}${describeEnd(report)}\n\n${facts.join(' · ')}`;
}
function describeEnd(report) {
    const { plan, images, outcome, failures } = report;
    if (failures.length > 0)
        return '❌ failed';
    if (images.length === 0)
        return 'planned';
    const reason = whyNotPublished(report);
    if (reason === undefined)
        return `✅ ${summary_describeOutcome(outcome?.destinations ?? [])}`;
    return `${(plan?.warnings ?? []).length > 0 ? '⚠️ ' : ''}built, not published (${(0,text_escape/* markdown */.wD)(reason)})`;
}
function summary_describeOutcome(destinations) {
    const states = ['published', 'unchanged', 'held back', 'skipped', 'failed'];
    const counted = states.map((state) => ({ state, number: destinations.filter((destination) => destination.state === state).length }));
    return counted
        .filter(({ number }) => number > 0)
        .map(({ state, number }) => `${state} in ${(0,text_escape/* count */.U9)(number, 'repository')}`)
        .join(', ');
}
function failureSection({ plan, failures, outcome }) {
    if (failures.length === 0)
        return '';
    const state = plan?.push.push === true ? [`The step failed; ${publishedNow(outcome)}.`] : [];
    const lines = failures.flatMap(({ message }) => message.split('\n'));
    return ['> [!CAUTION]', ...[...lines, ...state].map((line) => `> ${(0,text_escape/* markdown */.wD)(line)}  `)].join('\n');
}
function noteSection({ newPackages }) {
    return newPackages.length === 0 ? '' : ['> [!NOTE]', ...packageNotices(newPackages).map((line) => `> ${(0,text_escape/* markdown */.wD)(line)}  `)].join('\n');
}
/** What the run went on with. */
function warningSection({ plan, failures }) {
    const warnings = plan?.warnings ?? [];
    return failures.length > 0 || warnings.length === 0
        ? ''
        : ['> [!WARNING]', ...warnings.map((line) => `> ${(0,text_escape/* markdown */.wD)(line)}  `)].join('\n');
}
/** A row a tag, a column a repository. */
function tagTable({ naming, destinations }, report) {
    if (naming.tags.length === 0 || destinations.length === 0)
        return '';
    const head = ['tag', '', ...destinations.map(({ repository }) => (0,text_escape/* code */.aY)((0,reference/* shortName */.EU)(repository)))];
    const rows = naming.tags.map((tag) => [
        (0,text_escape/* code */.aY)(tag.name),
        (0,text_escape/* markdown */.wD)(tag.lifetime === 'fixed' ? 'fixed' : (0,plan_text/* describeLine */.ES)(tag)),
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
        return outcome === undefined ? describeUntried(report) : describeState(outcome.state, outcome.reason);
    return describeTag(tag, outcome?.reason);
}
/** Where publishing did not begin. */
function describeUntried({ images, failures }) {
    return images.length === 0 && failures.length === 0 ? 'planned' : 'not published';
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
    const was = state === 'moved' && before !== undefined ? ` (was ${(0,text_escape/* code */.aY)((0,text_escape/* shortDigest */.VK)(before))})` : '';
    return `${SYMBOLS[state]} ${describeState(state === 'moved' ? 'published' : state, reason === common ? undefined : reason)}${was}`;
}
function describeState(state, reason) {
    return reason === undefined ? state : `${state}: ${(0,text_escape/* markdown */.wD)(reason)}`;
}
function platformTable(image) {
    if (image === undefined || image.platforms.length === 0)
        return '';
    const { verdict, platforms } = image;
    const compared = verdict?.comparedWith === undefined ? [] : [`against ${(0,text_escape/* code */.aY)(verdict.comparedWith)}`];
    const rows = platforms.map(({ platform, digest, sizeBytes, layers }) => [
        (0,text_escape/* code */.aY)(platform),
        (0,text_sizes/* formatBytes */.z3)(sizeBytes),
        ...compared.map(() => describeChange(verdict?.sizes.find((size) => size.platform === platform))),
        (0,text_escape/* count */.U9)(layers.length, 'layer'),
        (0,text_escape/* code */.aY)(digest),
    ]);
    const uncompared = verdict?.uncompared === undefined ? [] : [`Growth was not limited: ${(0,text_escape/* markdown */.wD)(verdict.uncompared)}`];
    return [table(['platform', 'compressed', ...compared, 'layers', 'digest'], rows), ...uncompared].join('\n\n');
}
function describeChange(size) {
    return size?.beforeBytes === undefined
        ? 'new'
        : `${(0,text_sizes/* formatGrowth */.T9)(size.sizeBytes, size.beforeBytes)} (was ${(0,text_sizes/* formatBytes */.z3)(size.beforeBytes)})`;
}
/** Of each platform its layers with the steps that made them, from the base up. */
function layerSection(image) {
    const layered = (image?.verdict?.sizes ?? []).filter(({ layers }) => layers.some(({ step }) => step !== undefined));
    if (layered.length === 0)
        return '';
    const rows = layered.flatMap(({ platform, layers }) => layers.map(({ sizeBytes, step }) => [(0,text_escape/* code */.aY)(platform), (0,text_sizes/* formatBytes */.z3)(sizeBytes), step === undefined ? '–' : (0,text_escape/* code */.aY)(step)]));
    return details('Layers', [table(['platform', 'compressed', 'step'], rows)]);
}
/** A row a test, a column a platform; and of those that failed the last lines. */
function testSection(image) {
    const { tests = [], untested } = image?.verdict ?? {};
    if (untested !== undefined)
        return `Tests were not run: ${(0,text_escape/* markdown */.wD)(untested)}`;
    if (tests.length === 0)
        return '';
    const platforms = [...new Set(tests.map(({ platform }) => platform))];
    const lines = new Map(tests.map(({ inputLine, text }) => [inputLine, text]));
    const rows = [...lines].map(([line, text]) => [
        (0,text_escape/* code */.aY)(text),
        ...platforms.map((platform) => testCell(tests.find((test) => test.inputLine === line && test.platform === platform))),
    ]);
    const failed = tests.filter(({ code: status, tail }) => status !== 0 && tail.length > 0);
    const tails = failed.map(({ text, platform, tail }) => `${(0,text_escape/* code */.aY)(text)} on ${(0,text_escape/* code */.aY)(platform)}\n<pre>${tail.map(text_escape/* preformatted */.EC).join('\n')}</pre>`);
    return [table(['test', ...platforms.map(text_escape/* code */.aY)], rows), ...tails].join('\n\n');
}
function testCell(test) {
    if (test === undefined)
        return '–';
    return `${test.code === 0 ? '✅' : '❌'} ${describeTestEnd(test)} (${(0,text_escape/* formatDuration */.a3)(test.durationMs)})`;
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
    return details(`${(0,text_escape/* count */.U9)(silent.length, 'rule')} gave no tag`, silent.map(({ rule, reason }) => `- ${(0,text_escape/* code */.aY)(rule)}: ${(0,text_escape/* markdown */.wD)(reason ?? '')}`));
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
// EXTERNAL MODULE: ./.build/plan/naming/annotations.js
var naming_annotations = __nccwpck_require__(7215);
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
        tags: all.flatMap(list_references/* listReferences */.X).join(separators.tags),
        'tag-names': [...new Set(all.flatMap(({ tags }) => tags.map(({ name }) => name)))].join(separators.tags),
    };
}
function renderMetadataOutputs(naming, separators) {
    const { version, labels, annotations } = naming;
    const names = naming.tags.map(({ name }) => name);
    const references = (0,list_references/* listReferences */.X)(naming);
    const pairs = Object.entries(labels).map(([key, value]) => quoteLines(`${key}=${value}`));
    const places = annotations.map(naming_annotations/* formatAnnotation */.tn);
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
        tags: (0,list_references/* listReferences */.X)(naming),
        labels,
        annotations: naming.annotations.map(naming_annotations/* formatAnnotation */.tn),
        args: { DOCKER_META_IMAGES: images.map(({ name }) => name).join(','), ...(version === '' ? {} : { DOCKER_META_VERSION: version }) },
    };
}

;// CONCATENATED MODULE: ./.build/app/naming-outputs.js



/**
 * metadata-action's outputs. For the steps that follow there are also bake files, whose paths are outputs, and all of it stands in
 * variables of the same names, as metadata-action has it.
 */
async function writeNamingOutputs(host, intent) {
    const { plan, inputs } = intent;
    const texts = renderNamings(plan.images, inputs.outputs.separators);
    if (host.exportVariables === undefined)
        return texts;
    const outputs = { ...texts, ...(await writeBakeFiles(host, intent)) };
    if (host.environment.DOCKER_METADATA_SET_OUTPUT_ENV?.toLowerCase() !== 'false')
        host.exportVariables(asVariables(outputs));
    return outputs;
}
async function writeBakeFiles({ temporaryFolder, remember }, { inputs, plan }) {
    const folder = await (0,promises_.mkdtemp)(external_node_path_.join(temporaryFolder, 'tagboat-bake-'));
    remember({ bakeFolder: folder });
    const files = Object.entries(makeBakeFiles(plan.images.map(({ target, naming }) => ({ target: target || inputs.outputs.bakeTarget, naming }))));
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

;// CONCATENATED MODULE: ./.build/app/write-results.js





/**
 * Writes outputs and summary: each is tried, whatever becomes of the other. The images may be published by now, so that a full disk is said in a line, with
 * what is published.
 * @returns whether all that later steps read was written.
 */
async function writeResults(host, { report, intent, wantsSummary }) {
    const { log } = host;
    const rendered = renderOutputs(report);
    const markdown = wantsSummary ? renderSummary(report) : '';
    const naming = await attempt(async () => (intent === undefined ? {} : await writeNamingOutputs(host, intent)));
    const outputs = await attempt(() => host.setOutputs({ ...naming.value, ...rendered }));
    const summary = wantsSummary ? await attempt(() => host.writeSummary(markdown)) : undefined;
    if (summary?.failure !== undefined)
        log.warning((0,text_escape/* plain */.pj)(`The job summary cannot be written: ${summary.failure}`));
    const failure = naming.failure ?? outputs.failure;
    if (failure === undefined)
        return true;
    log.error((0,text_escape/* plain */.pj)(`The outputs cannot be written: ${failure}; later steps lack them. ${publishedNow(report.outcome)}`));
    return false;
}
async function attempt(write) {
    try {
        return { value: await write() };
    }
    catch (error) {
        return { failure: error instanceof Error ? error.message : String(error) };
    }
}

;// CONCATENATED MODULE: ./.build/app/show.js









/** The plan, as one group of the log. */
function showPlan({ log, local, environment }, intent) {
    const { shown: plan } = intent;
    const simulated = local?.simulated;
    const simulation = simulated?.simulation;
    log.group(`Plan: ${(0,plan_text/* planTitle */.KS)(plan)}`, [...(0,plan_text/* planLines */.HN)(plan), ...(simulation === undefined ? [] : simulationLines(simulation))]);
    if (local?.explain === true)
        for (const { target, naming } of plan.images)
            log.group(target === '' ? 'Why' : `Why, target ${(0,text_escape/* plain */.pj)(target)}`, (0,explain/* explainLines */.b)(naming));
    for (const notice of new Set([...plan.images.flatMap(({ naming }) => naming.notices), ...plan.notices]))
        log.notice((0,text_escape/* plain */.pj)(notice));
    if (simulation?.skipped !== undefined)
        log.notice((0,text_escape/* plain */.pj)(`CI does not come to this step: ${simulation.skipped}`));
    const refusal = simulated === undefined ? undefined : findRefusal(simulated, environment, intent);
    if (refusal !== undefined)
        log.warning((0,text_escape/* plain */.pj)(refusal));
    for (const warning of plan.warnings)
        log.warning((0,text_escape/* plain */.pj)(warning));
    for (const notice of local === undefined ? limitsOf(plan) : [])
        log.notice((0,text_escape/* plain */.pj)(notice));
}
/** What the event keeps the run from. */
function limitsOf({ push, isClosed, foreign }) {
    const withheld = foreign?.withheld ?? [];
    return [
        ...(push.push ? [] : [`Nothing will be ${isClosed ? 'built or published' : 'published'}: ${push.reason}`]),
        ...(withheld.length === 0 ? [] : [`Left out, since what is built is not the repository’s own: ${withheld.join(', ')}`]),
    ];
}
/** Why the registry of GitHub's own server would refuse the job's token. */
function findRefusal({ simulation, usesJobToken }, { GITHUB_SERVER_URL = '' }, { plan, logins }) {
    const registry = (0,job_token/* registryOfServer */.Y)(GITHUB_SERVER_URL);
    return registry !== undefined && usesJobToken(registry, logins.given) ? packagesWarning(simulation, plan, registry) : undefined;
}
/** The result as log lines, outputs and summary. @returns the exit status. */
async function tellResult(host, { report, intent, dryRun }) {
    const { log } = host;
    const failed = report.failures.length > 0;
    for (const { message, place } of report.failures)
        log.error(plainLines(message), place);
    if (!failed && report.outcome !== undefined)
        for (const notice of noticesOf(report.outcome))
            log.notice((0,text_escape/* plain */.pj)(notice));
    for (const notice of packageNotices(report.newPackages))
        log.notice((0,text_escape/* plain */.pj)(notice));
    if (!failed)
        for (const reason of passedOver(report))
            log.warning((0,text_escape/* plain */.pj)(`Not published, and not required: ${reason}`));
    const isPlan = host.local !== undefined && dryRun;
    if (!isPlan && (!dryRun || failed))
        log.group(resultTitle(report), resultLines(report));
    const isWritten = await writeResults(host, { report, intent, wantsSummary: intent?.inputs.summary !== false });
    return failed || !isWritten ? 1 : 0;
}
/** Why optional registries were left out (P2), each cause once. */
function passedOver({ outcome }) {
    const skipped = (outcome?.destinations ?? []).filter(({ state }) => state === 'skipped');
    return [...new Set(skipped.map(({ repository, reason }) => reason ?? (0,reference/* shortName */.EU)(repository)))];
}
/** A stack has several lines; each is shown as one of ours. */
function plainLines(text) {
    return text.split('\n').map(text_escape/* plain */.pj).join('\n');
}

;// CONCATENATED MODULE: ./.build/app/run.js







/**
 * The whole step: read, plan, preflight, build, check, publish, report. However it ends, what is known is reported.
 * @returns the exit status: 0 where everything that is required is done and read back, else 1.
 */
async function run(place) {
    const given = (0,read_request/* withEnvironment */.E)(place);
    const request = (0,inputs_request/* parseRequest */.T)(given.ref === undefined ? given : { ...given, ref: await (0,complete_ref/* completeRef */.j)(given.ref, place) });
    const { timeoutMs, dryRun } = request.early;
    const watch = watchForStandstill(process);
    const host = { ...place, signal: (0,cancellation/* withTimeout */.wj)(AbortSignal.any([place.signal, watch.signal]), timeoutMs) };
    const report = startReport(host.signal);
    const intent = await report.attempt(() => watch.run(() => (0,read_request/* readIntent */.N)(host, request)));
    if (intent !== undefined) {
        report.note({ plan: intent.shown });
        showPlan(host, intent);
        // Loaded when the plan is on show: Node's HTTP and TLS take their time, and a dry run needs neither.
        if (!dryRun && intent.plan.isClosed === undefined)
            await report.attempt(() => watch.run(async () => (await __nccwpck_require__.e(/* import() */ 63).then(__nccwpck_require__.bind(__nccwpck_require__, 2063))).ship(host, intent, report)));
    }
    const status = await tellResult(host, { report: report.finish(), intent, dryRun });
    const bug = (0,cancellation/* uncaughtError */.k1)(place.signal); // one that came too late for the result
    if (status === 0 && bug !== undefined)
        host.log.error(describeFailure(bug)
            .map(({ message }) => message)
            .join('\n'));
    return bug === undefined ? status : 1;
}


/***/ }),

/***/ 8659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dT: () => (/* binding */ buildError),
/* harmony export */   zS: () => (/* binding */ BuildError)
/* harmony export */ });
/* unused harmony exports parseBuildFailure, describeBuildFailure */
/* harmony import */ var _facts_dockerfile_place_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5912);
/* harmony import */ var _host_process_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3892);


/** A build that failed at a line of a Dockerfile. The message is one line, followed by the last lines of the instruction's output. */
class BuildError extends Error {
    name = 'BuildError';
    /** Undefined where the Dockerfile is no file. */
    place;
    constructor(failure, file, tries) {
        const { line, endLine, output } = failure;
        const where = file === undefined ? `dockerfile-inline, line ${line}` : `${file}:${line}`;
        super([`${where}: ${describeBuildFailure(failure)}${(0,_host_process_js__WEBPACK_IMPORTED_MODULE_1__/* .describeTries */ .U)(tries)}`, ...output].join('\n'));
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
        return new _host_process_js__WEBPACK_IMPORTED_MODULE_1__/* .DockerError */ .B(what, result, gitHint(result.stderr));
    return new BuildError(failure, await (0,_facts_dockerfile_place_js__WEBPACK_IMPORTED_MODULE_0__/* .findDockerfile */ .mQ)(failure, placesOf(failure.target)), result.tries);
}
/** A private repository without a login looks like this: GitHub says that there is none. */
const GIT_REFUSAL = /could not read (?:Username|Password)|terminal prompts disabled|Authentication failed|Repository not found|returned error: 40[134]/i;
/** What to do where BuildKit's git could not read a repository. */
function gitHint(stderr) {
    if (!GIT_REFUSAL.test(stderr))
        return undefined;
    return 'the Git context cannot be read: give the job permissions contents: read, or secrets GIT_AUTH_TOKEN=… with a token for that repository';
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

/***/ 5868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./.build/app/run.js + 12 modules
var run = __nccwpck_require__(2881);
// EXTERNAL MODULE: ./.build/git/complete-ref.js
var complete_ref = __nccwpck_require__(6518);
// EXTERNAL MODULE: ./.build/host/cancellation.js
var cancellation = __nccwpck_require__(5122);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(3213);
// EXTERNAL MODULE: ./.build/plan/trust/secret-forms.js
var secret_forms = __nccwpck_require__(3855);
// EXTERNAL MODULE: ./.build/host/child-environment.js
var child_environment = __nccwpck_require__(7103);
;// CONCATENATED MODULE: ./.build/host/terminal.js






/** The host of the command line: progress goes to stderr, results go to stdout. */
function terminalHost({ inputs, environment, stdout, local, summaryFile, remember }) {
    const masks = new Set();
    return {
        inputs,
        environment: (0,child_environment/* childEnvironment */.Qc)(environment),
        cacheToken: (0,child_environment/* cacheEnvironment */.G9)(environment),
        temporaryFolder: external_node_os_.tmpdir(),
        signal: (0,cancellation/* abortOnSignals */.PB)(process),
        log: terminalLog({
            verbose: environment.RUNNER_DEBUG === '1',
            groups: stdout === 'text' ? process.stdout : process.stderr,
            hide: (text) => hideAll(text, masks),
        }),
        mask: (secret, username) => {
            for (const form of (0,secret_forms/* secretForms */.eo)(secret, username))
                masks.add(form);
        },
        setOutputs: (outputs) => {
            const told = { ...asData(outputs), ...(local.simulated === undefined ? {} : { workflow: local.simulated.simulation }) };
            if (stdout === 'json')
                process.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
        },
        exportVariables: undefined,
        writeSummary: async (markdown) => {
            if (summaryFile !== undefined)
                await (0,promises_.appendFile)(summaryFile, markdown);
        },
        remember,
        local,
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

// EXTERNAL MODULE: ./.build/plan/text/expand-ref.js
var expand_ref = __nccwpck_require__(3704);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var problem = __nccwpck_require__(1141);
// EXTERNAL MODULE: ./.build/plan/inputs/table.js + 5 modules
var table = __nccwpck_require__(7443);
// EXTERNAL MODULE: ./.build/plan/text/lists.js
var lists = __nccwpck_require__(6279);
;// CONCATENATED MODULE: ./.build/cli/command-line.js




const COMMANDS = ['plan', 'run', 'help', 'version'];
const OPTIONS = [
    { name: 'json', kind: 'switch', about: 'The plan, or what is published, as JSON on standard output.' },
    { name: 'explain', kind: 'switch', about: 'Say for every rule and tag why it is so.' },
    { name: 'dirty', kind: 'switch', about: 'Publish a version although tracked files differ from the commit.' },
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
    { name: 'password-stdin', kind: 'switch', about: 'Read the password from standard input.' },
    { name: 'help', kind: 'switch', about: 'This text.' },
];
/**
 * Reads `tagboat COMMAND [--input value]…`. Every input of the action is a flag of the same name; one that is given twice has two lines.
 * @throws {ProblemError} for an unknown command or flag, with the nearest known one, and for options that need others.
 */
function parseCommandLine(given) {
    const args = completeArgs(given);
    const options = {
        ...Object.fromEntries(table/* INPUTS */.m.map(({ name }) => [name, { type: 'string', multiple: true }])),
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
        dirty: values.dirty === true,
        eventFile: text('event'),
        eventName: text('event-name'),
        summaryFile: text('summary-file'),
        passwordStdin: values['password-stdin'] === true,
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
const SWITCHES = table/* INPUTS */.m.filter(({ default: usual }) => usual === 'true' || usual === 'false').map(({ name }) => `--${name}`);
function isBareSwitch(arg, next) {
    return SWITCHES.includes(arg) && (next === undefined || next.startsWith('-') || COMMANDS.some((command) => command === next));
}
/** What `tagboat help` prints. */
function usage() {
    const names = [...table/* INPUTS */.m, ...OPTIONS].map(({ name }) => name.length);
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
        ...table/* INPUTS */.m.map(({ name, about, default: value }) => describe(name, `${about}${value === undefined ? '' : ` [${value}]`}`)),
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
        return refusal(`--${name}`, 'unknown option', hint === undefined ? 'tagboat help lists the options' : `did you mean --${hint}?`);
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
    throw new problem/* ProblemError */.Mm(refusal(positionals.join(' '), 'unknown command', `write one of ${COMMANDS.join(', ')}`));
}
function readInputs(values) {
    const given = table/* INPUTS */.m.flatMap(({ name }) => {
        const value = values[name];
        return Array.isArray(value) ? [[name, value.join('\n')]] : [];
    });
    return Object.fromEntries(given);
}
function readWorkflow(values, text) {
    const file = text('workflow');
    const pairs = (name) => {
        const value = values[name];
        return Object.fromEntries((0,lists/* parsePairs */.xg)(Array.isArray(value) ? value.join('\n') : '', `--${name}`));
    };
    if (file === undefined)
        return undefined;
    return { file, job: text('job'), step: text('step'), vars: pairs('var'), matrix: pairs('matrix'), inputs: pairs('input') };
}

;// CONCATENATED MODULE: ./.build/cli/credentials.js

/** Inputs that may come by a variable of the environment, where the command line does not have them. */
const VARIABLES = {
    registry: 'TAGBOAT_REGISTRY',
    username: 'TAGBOAT_USERNAME',
    password: 'TAGBOAT_PASSWORD',
    'registry-auth': 'TAGBOAT_REGISTRY_AUTH',
    'github-token': 'TAGBOAT_GITHUB_TOKEN',
    secrets: 'TAGBOAT_SECRETS',
};
/** Those that hold secrets; as arguments every user of the machine can read them. */
const SECRET = ['password', 'registry-auth', 'github-token', 'secrets'];
const STDIN_LIMIT = 65_536;
/** @throws {ProblemError} where the password is given twice, has no username, or does not come. */
async function readLocalCredentials({ inputs, environment, stdin }) {
    const exposed = SECRET.filter((name) => (inputs[name] ?? '') !== '');
    const warnings = exposed.map((name) => {
        const better = name === 'password' ? '--password-stdin or the variable TAGBOAT_PASSWORD' : `the variable ${VARIABLES[name]}`;
        return `--${name}: every user of this machine can read the arguments of a process; use ${better}`;
    });
    const piped = stdin === undefined ? {} : { password: await readPassword(inputs, stdin) };
    const fromEnvironment = Object.entries(VARIABLES).flatMap(([name, variable]) => {
        const value = environment[variable] ?? '';
        return value === '' || inputs[name] !== undefined ? [] : [[name, value]];
    });
    const whole = { ...Object.fromEntries(fromEnvironment), ...inputs, ...piped };
    if (stdin !== undefined && (whole.username ?? '') === '')
        throw credentials_refusal('has no user', 'give --username too');
    const secret = SECRET.map((name) => VARIABLES[name]);
    const kept = Object.entries(environment).filter(([name]) => !secret.includes(name));
    return { inputs: whole, environment: Object.fromEntries(kept), warnings };
}
async function readPassword(inputs, stdin) {
    if (inputs.password !== undefined)
        throw credentials_refusal('stands beside --password', 'give one of them');
    if (stdin.isTTY === true)
        throw credentials_refusal('reads a terminal, where the password would be shown', 'pipe it in: tagboat run --password-stdin <file');
    let text = '';
    for await (const chunk of stdin.setEncoding('utf8')) {
        text += String(chunk);
        if (text.length > STDIN_LIMIT)
            throw credentials_refusal(`reads more than ${STDIN_LIMIT} characters`, 'pipe in the password alone');
    }
    const password = text.replace(/\r?\n$/, '');
    if (password === '')
        throw credentials_refusal('reads nothing', 'pipe in the password');
    return password;
}
function credentials_refusal(wrong, accepted) {
    return new problem/* ProblemError */.Mm({ where: 'command line', given: '--password-stdin', wrong, accepted });
}

;// CONCATENATED MODULE: ./.build/cli/version.js
/** The release this is; `make release-check` holds it to package.json and the changelog. */
const VERSION = '0.1.0';

// EXTERNAL MODULE: ./.build/cli/workflow/event-file.js
var event_file = __nccwpck_require__(7596);
;// CONCATENATED MODULE: ./.build/cli/cli.js










/** The longest that git is waited for before the run begins. */
const GIT_TIMEOUT_MS = 30_000;
/** The command line program. @returns the exit status: 2 where the command line, or what it names, is wrong. */
async function runCommandLine(args, environment) {
    try {
        const commandLine = await withFullRef(parseCommandLine(args), environment);
        if (commandLine.command === 'help')
            return print(usage());
        if (commandLine.command === 'version')
            return print(VERSION);
        if (commandLine.refsFile !== undefined)
            return await (await __nccwpck_require__.e(/* import() */ 318).then(__nccwpck_require__.bind(__nccwpck_require__, 4318))).tellRefs(commandLine, environment);
        return await runLocally(commandLine, environment);
    }
    catch (error) {
        if (!(error instanceof problem/* ProblemError */.Mm))
            throw error;
        process.stderr.write(`${error.message}\n`);
        return 2;
    }
}
/** A ref may be short on the command line: the checkout knows whether `v1.0.1` is a tag or a branch. */
async function withFullRef(commandLine, environment) {
    const { ref, ...inputs } = commandLine.inputs;
    if (ref === undefined)
        return commandLine;
    const full = await (0,complete_ref/* completeRef */.j)(ref, { environment, signal: AbortSignal.timeout(GIT_TIMEOUT_MS) });
    return { ...commandLine, inputs: { ...inputs, ref: (0,expand_ref/* expandRef */.Y)(full, '--ref') } };
}
async function runLocally(commandLine, environment) {
    const { command, json, explain, workflow, summaryFile } = commandLine;
    const started = workflow === undefined
        ? await start(commandLine, environment)
        : await (await __nccwpck_require__.e(/* import() */ 831).then(__nccwpck_require__.bind(__nccwpck_require__, 6831))).actRun(commandLine, workflow, environment);
    const dryRun = command === 'plan' ? { 'dry-run': 'true' } : {};
    const leftovers = {};
    const host = terminalHost({
        inputs: { ...started.inputs, ...dryRun },
        environment: started.environment,
        stdout: json ? 'json' : command === 'plan' ? 'text' : 'nothing',
        summaryFile,
        local: { explain, allowsDirty: commandLine.dirty, simulated: started.simulated },
        remember: (state) => Object.assign(leftovers, state),
    });
    try {
        return (0,cancellation/* exitStatus */.$u)(await (0,run/* run */.e)(host), host.signal);
    }
    finally {
        await (await __nccwpck_require__.e(/* import() */ 322).then(__nccwpck_require__.bind(__nccwpck_require__, 4322))).cleanUp(leftovers, host); // there is no post step
    }
}
/** The inputs are those of the command line, and the event is whatever it names. */
async function start({ inputs: given, eventFile, eventName, passwordStdin }, variables) {
    const stdin = passwordStdin ? process.stdin : undefined;
    const { inputs, environment, warnings } = await readLocalCredentials({ inputs: given, environment: variables, stdin });
    for (const warning of warnings)
        process.stderr.write(`warning: ${warning}\n`);
    if (eventFile !== undefined)
        await (0,event_file/* readEventFile */.z)(eventFile);
    const event = {
        ...(eventFile === undefined ? {} : { GITHUB_EVENT_PATH: eventFile }),
        ...(eventName === undefined ? {} : { GITHUB_EVENT_NAME: eventName }),
    };
    return { inputs, environment: { ...environment, ...event }, simulated: undefined };
}
function print(text) {
    process.stdout.write(`${text}\n`);
    return 0;
}


/***/ }),

/***/ 7596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readEventFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5906);
/* harmony import */ var _plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4916);
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);




/** The payload in the file that `--event` names. @throws {ProblemError} where there is no such file, or no JSON in it. */
async function readEventFile(file) {
    const problem = (wrong) => new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where: '--event', given: file, wrong, accepted: 'name a file with the event as GitHub writes it' });
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch(() => {
        throw problem('cannot be read');
    });
    const event = (0,_plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text);
    if (event === undefined)
        throw problem('holds no JSON');
    return (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(event);
}


/***/ }),

/***/ 1199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ findPrograms)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5906);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2473);




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
    const searchPath = (environment.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter);
    const extra = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asList */ .DD)(config.settings.cliPluginsExtraDirs).flatMap((folder) => (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)(folder) ?? []);
    const folders = [node_path__WEBPACK_IMPORTED_MODULE_1__.join((0,_config_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerConfigFolder */ .Pe)(environment), 'cli-plugins'), ...extra, ...systemFolders];
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
    const installation = node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(docker, '../..');
    return ['lib', 'libexec'].some((folder) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(installation, folder, 'docker/cli-plugins', PLUGIN) === plugin);
}
/** By folder, then by name. */
async function firstProgram(names, folders) {
    const files = folders.flatMap((folder) => names.map((name) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name)));
    return (await Promise.all(files.map(resolveProgram))).find((file) => file !== undefined);
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

/***/ 2473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hs: () => (/* binding */ configWith),
/* harmony export */   Pe: () => (/* binding */ dockerConfigFolder),
/* harmony export */   TO: () => (/* binding */ readDockerConfig),
/* harmony export */   gD: () => (/* binding */ findCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _host_error_code_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5349);
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5906);
/* harmony import */ var _plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4916);
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1141);
/* harmony import */ var _credential_helper_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8363);
/* harmony import */ var _hub_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4396);









/** A user name that no account has: helpers say so where the secret is an identity token. */
const TOKEN_USER = '<token>';
/** Where the user's docker configuration lies. @see https://docs.docker.com/reference/cli/docker/#environment-variables */
function dockerConfigFolder({ DOCKER_CONFIG, HOME }) {
    return DOCKER_CONFIG || node_path__WEBPACK_IMPORTED_MODULE_2__.join(HOME || node_os__WEBPACK_IMPORTED_MODULE_1__.homedir(), '.docker');
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
    const file = node_path__WEBPACK_IMPORTED_MODULE_2__.join(dockerConfigFolder(environment), 'config.json');
    const { data, wrong } = await readData(file);
    return {
        file,
        auths: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asObject */ .eB)(data.auths),
        credentialHelpers: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asObject */ .eB)(data.credHelpers),
        credentialStore: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(data.credsStore),
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
        throw new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm(config.problem);
    const helper = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entryFor(config.credentialHelpers, registry)) ?? config.credentialStore;
    if (helper !== undefined && helper !== '') {
        const answer = await (0,_credential_helper_js__WEBPACK_IMPORTED_MODULE_4__/* .askCredentialHelper */ .Z)(helper, (0,_hub_js__WEBPACK_IMPORTED_MODULE_6__/* .configKey */ .u)(registry), { ...context, file: config.file });
        if (answer !== undefined)
            return fromHelper(answer);
    }
    return readEntry((0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asObject */ .eB)(entryFor(config.auths, registry)), { file: config.file, registry });
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
    const token = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entry.identitytoken) ?? '';
    if (token !== '')
        return { kind: 'identity-token', token };
    const auth = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entry.auth) ?? '';
    if (auth !== '')
        return decodeAuth(auth, place);
    const username = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entry.username) ?? '';
    return username === '' ? undefined : { kind: 'password', username, password: (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .asText */ .e1)(entry.password) ?? '' };
}
/** base64 of `user:password`; docker pads with NUL. */
function decodeAuth(auth, { file, registry }) {
    const decoded = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = decoded.indexOf(':');
    if (colon > 0)
        return { kind: 'password', username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
    throw new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm({
        where: `${file}, auths, ${registry}`,
        wrong: 'the value of "auth" cannot be read',
        accepted: 'log in to this registry again: base64 of user:password is wanted',
    });
}
async function readData(file) {
    try {
        return parseConfig(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
    }
    catch (error) {
        const code = (0,_host_error_code_js__WEBPACK_IMPORTED_MODULE_7__/* .errorCode */ .CA)(error) || String(error);
        return code === 'ENOENT' || code === 'ENOTDIR' ? { data: {} } : { data: {}, wrong: `cannot be read (${code})` };
    }
}
function parseConfig(text) {
    if (text.trim() === '')
        return { data: {} }; // docker takes an empty file as an empty configuration
    const data = (0,_plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .q)(text);
    return (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(data) ? { data } : { data: {}, wrong: 'is not a JSON object' };
}
function configProblem(file, wrong) {
    return {
        where: 'docker config',
        given: file,
        wrong,
        accepted: 'mend it, or give credentials in registry-auth and set DOCKER_CONFIG to an empty folder',
    };
}


/***/ }),

/***/ 8363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ askCredentialHelper),
/* harmony export */   g: () => (/* binding */ listCredentialHelper)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8321);
/* harmony import */ var _host_error_code_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5349);
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5906);
/* harmony import */ var _plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4916);
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1141);






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
    const { Username: username, Secret: secret } = (0,_plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .l)(output);
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
    const held = exitCode === 0 ? (0,_plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(output) : undefined;
    if (!(0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(held))
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
        const code = (0,_host_error_code_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(error) || String(error);
        const wrong = code === 'ENOENT' ? 'is not on the PATH' : `cannot be run (${code})`;
        throw problem(program, wrong, `install it, or take it out of credHelpers and credsStore in ${file}`);
    }
}
function problem(program, wrong, accepted) {
    return new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where: 'docker config', given: program, wrong, accepted });
}


/***/ }),

/***/ 7053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Js: () => (/* binding */ noPlugin),
/* harmony export */   SZ: () => (/* binding */ lacksPlugin),
/* harmony export */   Vr: () => (/* binding */ NO_DOCKER),
/* harmony export */   _c: () => (/* binding */ explainStart)
/* harmony export */ });
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);

/** Every command that is not buildx's own: pulling, testing, emulation, `docker-daemon:` sources. */
const NO_DOCKER = {
    where: 'docker',
    wrong: 'no docker program is on the PATH',
    accepted: 'install Docker (https://docs.docker.com/engine/install/), or publish an image that another tool made (source)',
};
/** @param plugin `buildx` or `compose`. */
function noPlugin(plugin) {
    const accepted = `install docker-${plugin}-plugin (Docker’s package archive) or docker-${plugin} (Debian, Ubuntu), or put the program docker-${plugin} into ~/.docker/cli-plugins`;
    return { where: 'docker', wrong: `has no ${plugin} plugin`, accepted };
}
/** What docker says of a command or flag that it does not know ends so; a plugin that is there points to its own help. */
const TO_DOCKERS_HELP = "'docker --help'";
/** Whether docker has answered instead of one of its plugins. */
function lacksPlugin(stderr) {
    return stderr.includes(TO_DOCKERS_HELP) || /^Usage: +docker \[OPTIONS\] COMMAND/m.test(stderr);
}
/** The problem behind an error of starting docker; the error itself where it is another one. */
function explainStart(error) {
    const isMissing = error instanceof Error && 'syscall' in error && error.syscall === 'spawn docker' && 'code' in error && error.code === 'ENOENT';
    return isMissing ? new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm(NO_DOCKER) : error;
}


/***/ }),

/***/ 4396:
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

/***/ 1912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ runPlugin)
/* harmony export */ });
/* harmony import */ var _host_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3404);
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);
/* harmony import */ var _docker_programs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7053);



/**
 * Runs a docker plugin that reads files.
 * @throws {ProblemError} where docker, or the plugin, is not there.
 */
async function runPlugin(command, { plugin, ...input }) {
    const result = await (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .runProcess */ .R)(command).catch(() => undefined);
    command.signal.throwIfAborted(); // how it ended says nothing then
    if (result !== undefined && !(0,_docker_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .lacksPlugin */ .SZ)(result.stderr))
        return result;
    const { wrong, accepted } = result === undefined ? _docker_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_DOCKER */ .Vr : { ...(0,_docker_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .noPlugin */ .Js)(plugin), wrong: `docker has no ${plugin} plugin` };
    throw new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ ...input, wrong: `cannot be read: ${wrong}`, accepted });
}


/***/ }),

/***/ 3296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readBakeFiles)
});

// EXTERNAL MODULE: ./.build/plan/inputs/bake-inputs.js
var bake_inputs = __nccwpck_require__(1613);
// EXTERNAL MODULE: ./.build/plan/text/bake-definition.js
var bake_definition = __nccwpck_require__(1203);
// EXTERNAL MODULE: ./.build/plan/text/parse-json.js
var parse_json = __nccwpck_require__(4916);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var text_problem = __nccwpck_require__(1141);
;// CONCATENATED MODULE: ./.build/facts/bake-mistakes.js

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
/** bake reports one wrong target at a time, so it is asked again without that target. */
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
    const wrong = isGiven ? 'is not a target of the bake files' : `names none, and the bake files have no ${missing} target or group`;
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
        wrong: 'is not a variable of the bake files',
        accepted: `${hintFor(given, variables)}${list}`,
    }));
}
function hintFor(name, names) {
    const hint = (0,text_problem/* nearest */.pA)(name, names);
    return hint === undefined ? '' : `did you mean ${hint}? `;
}

// EXTERNAL MODULE: ./.build/facts/file-variables.js
var file_variables = __nccwpck_require__(2642);
// EXTERNAL MODULE: ./.build/docker/buildx.js
var docker_buildx = __nccwpck_require__(1199);
// EXTERNAL MODULE: ./.build/docker/config.js
var config = __nccwpck_require__(2473);
// EXTERNAL MODULE: ./.build/docker/plugin.js
var docker_plugin = __nccwpck_require__(1912);
// EXTERNAL MODULE: ./.build/plan/text/json.js
var json = __nccwpck_require__(5906);
;// CONCATENATED MODULE: ./.build/facts/print-bake.js






/** Where docker would take that very buildx, it is run without docker, which is faster. */
async function openBake({ files, vars }, { environment, signal }) {
    const { buildx } = await (0,docker_buildx/* findPrograms */.z)({ environment, config: await (0,config/* readDockerConfig */.TO)(environment) });
    const [file, prefix] = buildx === undefined ? ['docker', ['buildx', 'bake']] : [buildx, ['bake']];
    const named = files.map((name) => `--file=${name}`);
    const env = (0,file_variables/* passVariables */.rJ)(environment, vars);
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

;// CONCATENATED MODULE: ./.build/facts/bake-files.js







/**
 * Reads what the bake files say, through buildx, which is what builds them. Undefined where there are none. What stands in the way is a value,
 * and with it comes what other inputs are still checked against.
 */
async function readBakeFiles({ inputs, problem }, place) {
    if (inputs === undefined)
        return problem === undefined ? undefined : { problem, known: [] };
    const read = await orUnread(printDefinition(inputs, place));
    if (problem === undefined)
        return read;
    const unknown = 'problem' in read ? read.problem.problems.filter(({ where }) => where === 'targets') : [];
    return { problem: new text_problem/* ProblemError */.Mm([...problem.problems, ...unknown]), known: read.known };
}
async function orUnread(reading) {
    const read = await (0,text_problem/* orProblem */.bC)(reading);
    return read instanceof text_problem/* ProblemError */.Mm ? { problem: read, known: 'any' } : read;
}
async function printDefinition(inputs, place) {
    const { texts, faults } = await (0,file_variables/* readVariableFiles */.cD)('bake-files', inputs.files, place);
    if (faults.length > 0)
        return { problem: new text_problem/* ProblemError */.Mm(faults), known: 'any' };
    const bake = await openBake(inputs, place);
    const mentioned = (0,file_variables/* findMentioned */.RU)(texts, inputs.vars, place);
    const [printed, listed, variables] = await Promise.all([
        bake.print(inputs),
        bake.listTargets(),
        Object.keys(inputs.vars).length + mentioned.length > 0 ? bake.listVariables() : undefined,
    ]);
    const targets = (listed ?? []).filter(({ isGroup }) => !isGroup).map(({ name }) => name);
    const names = (listed ?? []).map(({ name }) => name);
    const problems = [
        ...(printed.kind === 'failed' ? await findMistakes({ bake, inputs, cause: printed.cause, names }) : []),
        ...(variables === undefined || place.hasServices === true ? [] : findUnknownVars(inputs, variables)),
        ...(0,file_variables/* refuseUnpassed */.aD)('bake-files', mentioned, variables),
        ...(0,file_variables/* findUnset */.fu)(inputs.vars, place),
    ];
    if (printed.kind === 'printed' && problems.length === 0)
        return { ...(0,bake_definition/* parseDefinition */.JA)((0,parse_json/* parseObject */.l)(printed.text), inputs.files, targets), named: (0,bake_inputs/* findNamedAttributes */.OD)(inputs.set) };
    return { problem: new text_problem/* ProblemError */.Mm(problems), known: listed === undefined ? 'any' : targets };
}


/***/ }),

/***/ 5912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   mQ: () => (/* binding */ findDockerfile),
/* harmony export */   yI: () => (/* binding */ readPlace)
/* harmony export */ });
/* unused harmony export locateFile */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _host_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5780);
/* harmony import */ var _plan_inputs_build_context_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3566);
/* harmony import */ var _plan_text_bake_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1203);
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5906);





/** @see https://docs.docker.com/build/bake/remote-definition/ */
const WORKING_FOLDER = 'cwd://';
/** The place of a target, whose `dockerfile` is seen from its context. */
function readPlace({ source }) {
    const text = (key) => (0,_plan_text_bake_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)((0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)(source[key]) ?? '');
    const [context, dockerfile] = [text('context') || '.', text('dockerfile')];
    const isAnywhere = node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(dockerfile) || dockerfile.startsWith(WORKING_FOLDER);
    const isSeenFromContext = dockerfile !== '' && !isAnywhere && !(0,_plan_inputs_build_context_js__WEBPACK_IMPORTED_MODULE_4__/* .isRemoteContext */ .uN)(context);
    return {
        context,
        file: isSeenFromContext ? node_path__WEBPACK_IMPORTED_MODULE_0__.join(context, dockerfile) : dockerfile.replace(WORKING_FOLDER, ''),
        inline: source['dockerfile-inline'] === undefined ? undefined : text('dockerfile-inline'),
    };
}
/**
 * Finds the Dockerfile that contains the failing lines: the failing target may be a base of the one that buildx names. Falls back to the first.
 * @returns its path, seen from the working folder; undefined where it is no file.
 */
async function findDockerfile(excerpt, places) {
    const texts = await Promise.all(places.map((place) => readDockerfile(excerpt.file, place)));
    const found = places.find((_, index) => hasLines(texts[index] ?? '', excerpt)) ?? places[0];
    return found === undefined || found.inline !== undefined ? undefined : locateFile(excerpt.file, found);
}
async function readDockerfile(name, place) {
    if (place.inline !== undefined)
        return place.inline;
    const content = await (0,_host_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegularFile */ .X)(locateFile(name, place), {});
    return 'text' in content ? content.text : '';
}
function hasLines(text, { line, endLine, instruction }) {
    const lines = text.split('\n').slice(line - 1, endLine);
    return lines.map((each) => each.trim()).join('\n') === instruction.map((each) => each.trim()).join('\n');
}
/** A path that leads to the Dockerfile from the working folder, or from the root of a Git context, where that is known; else its bare name. */
function locateFile(name, { context, file }) {
    const folder = (0,_plan_inputs_build_context_js__WEBPACK_IMPORTED_MODULE_4__/* .isRemoteContext */ .uN)(context) ? subfolderOf(context) : context;
    if (file === '')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, name);
    const found = (0,_plan_inputs_build_context_js__WEBPACK_IMPORTED_MODULE_4__/* .isRemoteContext */ .uN)(context) ? node_path__WEBPACK_IMPORTED_MODULE_0__.join(folder, file) : file;
    return found === name || found.endsWith(`/${name}`) ? found : name;
}
/** `https://github.com/octo/demo.git#v1:sub` @see https://docs.docker.com/build/concepts/context/#url-fragments */
function subfolderOf(context) {
    return /#[^:]*:(.+)$/.exec(context)?.[1] ?? '';
}


/***/ }),

/***/ 2642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RU: () => (/* binding */ findMentioned),
/* harmony export */   aD: () => (/* binding */ refuseUnpassed),
/* harmony export */   cD: () => (/* binding */ readVariableFiles),
/* harmony export */   fu: () => (/* binding */ findUnset),
/* harmony export */   rJ: () => (/* binding */ passVariables),
/* harmony export */   yA: () => (/* binding */ givenValues)
/* harmony export */ });
/* harmony import */ var _host_child_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7103);
/* harmony import */ var _host_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5780);
/* harmony import */ var _foreign_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6016);



/** What bake or docker compose is started with: facts of machine and run, and what `vars` passes. No other variable reaches its files. */
function passVariables(environment, vars) {
    const passed = Object.entries(vars).map(([name, value]) => [name, value ?? environment[name]]);
    return { ...(0,_host_child_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .sharedEnvironment */ .H1)(environment), ...Object.fromEntries(passed.filter(([, value]) => value !== undefined)) };
}
/** Values that `vars` gives by themselves. */
function givenValues(vars) {
    return Object.fromEntries(Object.entries(vars).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
/** Reads bake or compose files before docker does, and gives the reason where one must not be read. */
async function readVariableFiles(where, files, { signal, boundary }) {
    const paths = files.map((file) => file.replace(/^cwd:\/\//, ''));
    const links = await (0,_foreign_files_js__WEBPACK_IMPORTED_MODULE_2__/* .findLinks */ .t5)(where, paths, boundary);
    if (links.length > 0)
        return { texts: [], faults: links };
    const contents = await Promise.all(paths.map((file) => (0,_host_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegularFile */ .X)(file, { signal })));
    const faults = contents.flatMap((content, index) => 'failure' in content && content.failure !== 'is not there' // docker's own message is better
        ? [{ where, given: files[index] ?? '', wrong: content.failure, accepted: 'name regular files' }]
        : []);
    const texts = contents.flatMap((content, index) => {
        return 'text' in content ? [{ isYaml: /\.ya?ml$/i.test(paths[index] ?? ''), text: content.text }] : [];
    });
    return { texts, faults };
}
/** Variables that the environment sets, that are not passed, and of whose names the files speak. */
function findMentioned(files, vars, { environment }) {
    const names = Object.keys(environment).filter((name) => /^[A-Za-z_]\w*$/.test(name) && !(0,_host_child_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .isShared */ .yM)(name) && !Object.hasOwn(vars, name));
    return names.flatMap((name) => {
        const isCertain = files.some(({ isYaml, text }) => isYaml && new RegExp(`(?<!\\$)\\$(?:\\{${name}\\b|${name}\\b)`).test(text));
        const isPossible = files.some(({ isYaml, text }) => !isYaml && new RegExp(`\\b${name}\\b`).test(text));
        return isCertain || isPossible ? [{ name, isCertain }] : [];
    });
}
/**
 * What stands against variables that would have their default though the environment sets them.
 * @param variables the names of those that bake files declare, where that is known.
 */
function refuseUnpassed(where, mentioned, variables) {
    const unpassed = mentioned.filter(({ name, isCertain }) => isCertain || variables?.includes(name) === true);
    return unpassed.map(({ name }) => ({
        where,
        given: name,
        wrong: 'is a variable that the environment sets, and files see only the variables that vars passes',
        accepted: `write ${name} into vars, on a line of its own, or ${name}=value`,
    }));
}
/** A bare name of `vars` passes nothing where the environment does not set it. */
function findUnset(vars, { environment }) {
    const unset = Object.keys(vars).filter((name) => vars[name] === undefined && environment[name] === undefined);
    return unset.map((given) => ({
        where: 'vars',
        given,
        wrong: 'is not set in the environment',
        accepted: 'write NAME=value, or set it in the env of the step',
    }));
}


/***/ }),

/***/ 6016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Oy: () => (/* binding */ refuseWayOut),
/* harmony export */   ps: () => (/* binding */ LINK),
/* harmony export */   t5: () => (/* binding */ findLinks)
/* harmony export */ });
/* harmony import */ var _plan_inputs_build_context_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3566);
/* harmony import */ var _plan_text_bake_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1203);
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5906);
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);
/* harmony import */ var _dockerfile_place_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5912);





const LINK = {
    wrong: 'leads out of the checkout, which is not the repository’s own',
    accepted: 'name a path whose links end in the checkout',
};
/** What stands against these paths of an input, seen before they are read. */
async function findLinks(where, paths, boundary) {
    if (boundary === undefined)
        return [];
    const left = await Promise.all(paths.map((given) => boundary.isLeftBy(given)));
    return paths.filter((_, index) => left[index] === true).map((given) => ({ where, given, ...LINK }));
}
/**
 * Refuses a build that would read or write beyond the checkout: by a link where an input says what is built, by any path where a bake file
 * of the foreign head says it.
 * @throws {ProblemError}
 */
async function refuseWayOut(build, boundary) {
    const byInputs = build.bake === undefined ? listInputs(build) : [];
    const byFiles = (build.bake?.targets ?? []).flatMap(listTarget);
    const left = await Promise.all(byInputs.map(({ path }) => boundary.isLeftBy(path)));
    const passed = await Promise.all(byFiles.map(({ path }) => boundary.isPassedBy(path)));
    const refused = [...byInputs.filter((_, index) => left[index]), ...byFiles.filter((_, index) => passed[index])];
    if (refused.length > 0)
        throw new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm(refused.map(({ where, path }) => ({ where, given: path, ...LINK })));
}
function listInputs({ context, file, buildContexts, exports, source }) {
    const contexts = buildContexts.map((pair) => pair.slice(pair.indexOf('=') + 1)).filter((each) => !isFetched(each));
    const named = contexts.map((each) => ({ where: 'build-contexts', path: localPath(each) }));
    const written = exports.flatMap(({ output }) => [...output.matchAll(/(?:^|,)"?dest=([^",]+)/g)].map(([, path = '']) => path));
    const dockerfile = file === '' && !(0,_plan_inputs_build_context_js__WEBPACK_IMPORTED_MODULE_3__/* .isRemoteContext */ .uN)(context) ? `${context}/Dockerfile` : file;
    return [
        { where: 'context', path: context },
        { where: 'file', path: dockerfile },
        ...named,
        ...written.map((path) => ({ where: 'exports', path })),
        ...(source?.kind === 'path' ? [{ where: 'source', path: source.path }] : []),
    ].filter(({ path }) => path !== '' && (!(0,_plan_inputs_build_context_js__WEBPACK_IMPORTED_MODULE_3__/* .isRemoteContext */ .uN)(path) || UPWARDS.test(path)));
}
/** Contexts of other kinds are BuildKit's to fetch, which holds no login of ours. */
const FETCHED = /^(?:https?|git|ssh):\/\/|^(?:target|docker-image):|^[\w.-]+@[\w.-]+:|^github\.com\//;
const UPWARDS = /(?:^|\/)\.\.(?:\/|$)/;
function isFetched(context) {
    return FETCHED.test(context) && !UPWARDS.test(context);
}
/** The path that buildx makes of it. @see https://docs.docker.com/build/bake/reference/#targetcontexts */
function localPath(context) {
    const isLayout = context.startsWith('oci-layout://');
    const path = context.replace(/^(?:cwd|oci-layout|file):\/\//, '');
    return isLayout ? path.replace(/@sha256:.*$|:[\w.-]+$/, '') : path;
}
function listTarget(target) {
    const { context, file, inline } = (0,_dockerfile_place_js__WEBPACK_IMPORTED_MODULE_2__/* .readPlace */ .yI)(target);
    const contexts = Object.values((0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asObject */ .eB)(target.source.contexts)).map((value) => (0,_plan_text_bake_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)((0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asText */ .e1)(value) ?? ''));
    const dockerfile = file === '' ? `${localPath(context)}/Dockerfile` : file;
    const paths = [
        ...[context, ...contexts].filter((each) => !isFetched(each)).map(localPath),
        ...(isFetched(context) || inline !== undefined ? [] : [dockerfile]),
    ];
    return paths.map((path) => ({ where: `bake-files, target ${target.name}`, path }));
}


/***/ }),

/***/ 6167:
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
const GITHUB = 'https://github.com';
const API_URL = 'https://api.github.com';
/** The API of the server that the run belongs to: its token goes to no other. */
function githubApi({ environment, signal }, question) {
    const { GITHUB_API_URL, GITHUB_SERVER_URL } = environment;
    const server = GITHUB_SERVER_URL || GITHUB;
    return { ...question, apiUrl: GITHUB_API_URL || (server === GITHUB ? API_URL : `${server}/api/v3`), signal };
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

/***/ 1204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ loadLibraries)
});

;// CONCATENATED MODULE: external "node:vm"
const external_node_vm_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");
;// CONCATENATED MODULE: ./.build/facts/search.js

/** Ordinary expressions take microseconds; those that try again and again would take for ever. */
const LIMIT_MS = 1_000;
/** Node ends a script that takes too long, even within one match: V8 looks for that while it tries again. */
function makeSearch(limitMs = LIMIT_MS) {
    const script = new external_node_vm_namespaceObject.Script('new RegExp(source, flags).exec(text)');
    return ({ source, flags }, text) => {
        try {
            const found = script.runInContext((0,external_node_vm_namespaceObject.createContext)({ source, flags, text }), { timeout: limitMs });
            return found === null ? undefined : { groups: Array.from(found), named: { ...found.groups } };
        }
        catch (error) {
            if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
                return 'too slow';
            throw error;
        }
    };
}

;// CONCATENATED MODULE: ./.build/facts/load-libraries.js

/** Loads what these inputs need: nothing (0 ms), the template parser (3 ms), or date formats too (5 ms more). */
async function loadLibraries(inputs) {
    const templates = Object.values(inputs).filter((text) => typeof text === 'string' && text.includes('{{'));
    const hasDates = templates.some((text) => /\bdate|_date/.test(text));
    const [parser, moment] = await Promise.all([
        templates.length > 0 ? __nccwpck_require__.e(/* import() */ 498).then(__nccwpck_require__.bind(__nccwpck_require__, 8498)) : undefined,
        hasDates ? __nccwpck_require__.e(/* import() */ 350).then(__nccwpck_require__.t.bind(__nccwpck_require__, 3350, 19)) : undefined,
    ]);
    return { parseTemplate: parser?.parse, moment: moment?.default, search: makeSearch() };
}


/***/ }),

/***/ 8546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ readIntent),
  E: () => (/* binding */ withEnvironment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./.build/plan/inputs/build-context.js
var build_context = __nccwpck_require__(3566);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./.build/host/scratch-folder.js
var scratch_folder = __nccwpck_require__(6344);
// EXTERNAL MODULE: ./.build/git/checkout.js
var git_checkout = __nccwpck_require__(8173);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./.build/host/regular-file.js
var regular_file = __nccwpck_require__(5780);
;// CONCATENATED MODULE: ./.build/git/excludes.js



/**
 * The patterns of untracked files that git ignores beside those of `.gitignore` files: the checkout's own, then the user's.
 * @param own the checkout's `info/exclude`.
 * @param configured what `core.excludesFile` says, if anything. @see https://git-scm.com/docs/gitignore
 */
async function readExcludes(own, configured, { environment, signal }) {
    const { HOME = external_node_os_.homedir(), XDG_CONFIG_HOME } = environment;
    const usual = external_node_path_.join(XDG_CONFIG_HOME || external_node_path_.join(HOME, '.config'), 'git/ignore');
    const ofUser = configured === undefined || configured === '' ? usual : configured.replace(/^~(?=\/)/, HOME);
    const read = await Promise.all([own, ofUser].map((file) => (0,regular_file/* readRegularFile */.X)(file, { signal })));
    return read.map((content) => ('text' in content ? `${content.text}\n` : '')).join('');
}

// EXTERNAL MODULE: ./.build/git/run-git.js
var run_git = __nccwpck_require__(9481);
// EXTERNAL MODULE: ./.build/git/scratch-repository.js
var scratch_repository = __nccwpck_require__(8276);
;// CONCATENATED MODULE: ./.build/git/changed-files.js







/** Settings that say how a file of the commit looks on disk, and where the user's ignore patterns are: values alone, no programs. */
const FORM = '^core\\.(autocrlf|eol|filemode|symlinks|ignorecase|precomposeunicode|trustctime|checkstat|excludesfile)$';
const EXCLUDES = /^core\.excludesfile=/i;
/**
 * The files that differ from the commit that is checked out, as `git status` lists them. Undefined where git cannot say.
 *
 * `git status` would start the filters that the checkout names (`filter.*.clean`). So it runs in a scratch repository, which has none, over the checkout's objects,
 * index and files; line ends and encodings are git's own work and stay. A file with a filter whose times have changed cannot be compared that way: it is one that differs
 * if its size or times are not those of the index, which is what git itself goes by first.
 * @param search `parent`: where the scratch repository is made, which is gone afterwards; `untracked`: whether files count that git does not track and does not ignore.
 */
async function findChangedFiles(checkout, search) {
    const [own, inner] = await Promise.all([findOwnChanges(checkout, search), findInSubmodules(checkout, search)]);
    return own === undefined || inner === undefined ? undefined : [...own, ...inner];
}
async function findOwnChanges(checkout, { parent, untracked }) {
    const [repository, form, folder] = await Promise.all([readRepository(checkout), readForm(checkout), (0,scratch_folder/* makeScratchFolder */.D)(parent)]);
    try {
        if (repository === undefined)
            return undefined;
        const entries = readSettings(form?.stdout ?? '');
        const configured = entries.findLast((entry) => EXCLUDES.test(entry))?.replace(EXCLUDES, '');
        const excludes = untracked ? await readExcludes(repository.exclude, configured, checkout.options) : '';
        const settings = entries.filter((entry) => !EXCLUDES.test(entry));
        return await compare(checkout, { ...repository, folder, settings, untracked, excludes });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** In one call: each costs milliseconds, and the plan waits for it. Undefined where there is no commit. @see https://git-scm.com/docs/git-rev-parse */
async function readRepository({ ask }) {
    const paths = ['objects', 'index', 'info/exclude'].flatMap((name) => ['--git-path', name]);
    const answer = await ask('rev-parse', ...paths, '--show-object-format', 'HEAD^{commit}');
    const [folder, index, exclude, format, head] = answer?.split('\n') ?? [];
    if (folder === undefined || index === undefined || exclude === undefined || head === undefined)
        return undefined;
    return { objects: { folder, isSha256: format === 'sha256' }, index, exclude, head };
}
function readForm({ gitFolder, options }) {
    return (0,run_git/* runGit */.E)({ args: ['config', '--null', '--get-regexp', FORM], gitFolder, withMachineSettings: true }, options);
}
/** Git would look into submodules by itself, with the settings of each. */
async function findInSubmodules({ folder, gitFolder, options }, search) {
    const file = external_node_path_.join(folder, '.gitmodules');
    if (!(await isFile(file)))
        return [];
    const args = ['config', '--file', file, '--null', '--get-regexp', '^submodule\\..*\\.path$'];
    const listed = await (0,run_git/* runGit */.E)({ args, gitFolder }, options);
    const names = (listed?.stdout ?? '').split('\0').flatMap((entry) => entry.split('\n').slice(1, 2));
    const found = await Promise.all(names.map(async (name) => {
        const checkout = await (0,git_checkout/* openCheckout */.Hj)(external_node_path_.join(folder, name), options);
        if (checkout.kind !== 'open' || !checkout.folder.startsWith(`${folder}${external_node_path_.sep}`))
            return []; // not checked out, or not within
        const changed = await findChangedFiles(checkout, search);
        return changed?.map((each) => external_node_path_.join(external_node_path_.relative(folder, checkout.folder), each));
    }));
    return found.some((each) => each === undefined) ? undefined : found.flatMap((each) => each ?? []);
}
async function isFile(file) {
    return (await (0,promises_.lstat)(file).catch(() => undefined))?.isFile() === true;
}
async function compare(checkout, { objects, index, head, folder, settings, untracked, excludes }) {
    const { options } = checkout;
    await (0,scratch_repository/* makeScratchRepository */.B)(folder, objects, head);
    await linkSharedIndexes(external_node_path_.dirname(index), folder);
    await (0,promises_.mkdir)(external_node_path_.join(folder, 'info'));
    await (0,promises_.writeFile)(external_node_path_.join(folder, 'info/exclude'), excludes);
    const args = [...STATUS, `--untracked-files=${untracked ? 'normal' : 'no'}`];
    const command = { gitFolder: folder, workTree: checkout.folder, settings };
    const list = async (indexFile) => {
        const result = await (0,run_git/* runGit */.E)({ ...command, args, variables: { GIT_INDEX_FILE: indexFile } }, options);
        return result?.code === 0 ? readStatus(result.stdout) : undefined;
    };
    const changed = await list(index);
    if (changed === undefined || changed.length === 0)
        return changed;
    const filtered = await findFiltered(changed, { ...command, variables: { GIT_INDEX_FILE: index } }, checkout);
    if (filtered.size === 0)
        return changed;
    // Files that were written in the second in which the index was are compared by content, as they may have changed since. A later index is not.
    const later = external_node_path_.join(folder, 'index');
    await (0,promises_.copyFile)(index, later);
    await (0,promises_.utimes)(later, LATER, LATER);
    const touched = new Set(await list(later));
    return changed.filter((file) => !filtered.has(file) || touched.has(file));
}
/** Seconds since 1970, in 2100. */
const LATER = 4_102_444_800;
const STATUS = ['status', '--porcelain=v1', '-z', '--ignore-submodules=dirty', '--no-renames'];
/** `XY path` with a NUL after each. @see https://git-scm.com/docs/git-status#_short_format */
function readStatus(text) {
    return text.split('\0').flatMap((entry) => (entry.length > 3 ? [entry.slice(3)] : []));
}
/** Those of the files to which `.gitattributes` gives a filter. @see https://git-scm.com/docs/git-check-attr#_output */
async function findFiltered(files, command, { options }) {
    const args = ['check-attr', '-z', '--stdin', 'filter'];
    const result = await (0,run_git/* runGit */.E)({ ...command, args, input: files.map((file) => `${file}\0`).join('') }, options);
    const fields = result?.stdout.split('\0') ?? [];
    const found = files.filter((_, at) => !['unspecified', 'unset', 'set', undefined].includes(fields[at * 3 + 2]));
    return new Set(found);
}
function readSettings(text) {
    const entries = text.split('\0').filter((entry) => entry !== '');
    return entries.map((entry) => entry.replace('\n', '=')); // one without a value is true, as `-c` has it
}
/** A split index names the file that it goes on from. @see https://git-scm.com/docs/git-update-index#_split_index */
async function linkSharedIndexes(from, to) {
    const names = (await (0,promises_.readdir)(from).catch(() => [])).filter((name) => name.startsWith('sharedindex.'));
    await Promise.all(names.map((name) => (0,promises_.symlink)(external_node_path_.join(from, name), external_node_path_.join(to, name))));
}

;// CONCATENATED MODULE: ./.build/git/built-checkout.js



/**
 * The files that differ from the commit, in the checkout that will be built; none where what is built is not a folder of this machine. A person's untracked
 * files count too. In CI they do not: earlier steps make files.
 */
async function readChangedFiles(host, { context, bake, source }) {
    const hasBakeFiles = bake.inputs !== undefined;
    const isElsewhere = source !== undefined || (!hasBakeFiles && (0,build_context/* isRemoteContext */.uN)(context));
    if (isElsewhere || host.local?.simulated !== undefined)
        return [];
    const checkout = await (0,git_checkout/* openCheckout */.Hj)((0,build_context/* checkoutFolder */.Dv)(context, hasBakeFiles), host);
    if (checkout.kind !== 'open')
        return [];
    const changed = await findChangedFiles(checkout, {
        parent: host.temporaryFolder,
        untracked: host.local !== undefined && !host.environment.CI,
    });
    if (changed === undefined)
        host.log.debug(`git cannot say whether ${checkout.folder} differs from its commit`);
    return changed ?? [];
}
async function withChangedFiles(reading, looking) {
    const [context, changedFiles] = await Promise.all([reading, looking]);
    return changedFiles.length === 0 ? context : { ...context, changedFiles };
}
/** A person at a terminal can commit what has changed; in CI steps before this one may have generated it. */
function findChangesRule({ local, environment }, dryRun) {
    if (local === undefined || local.allowsDirty || environment.CI)
        return 'mark';
    return dryRun ? 'announce' : 'refuse';
}

// EXTERNAL MODULE: ./.build/plan/inputs/bake-inputs.js
var bake_inputs = __nccwpck_require__(1613);
// EXTERNAL MODULE: ./.build/plan/text/json.js
var json = __nccwpck_require__(5906);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var problem = __nccwpck_require__(1141);
// EXTERNAL MODULE: ./.build/plan/text/reference.js
var reference = __nccwpck_require__(455);
;// CONCATENATED MODULE: ./.build/plan/inputs/services.js



/**
 * Reads what `docker compose config --format json` prints.
 * @throws {ProblemError} where there is no service in it.
 * @see https://github.com/compose-spec/compose-spec/blob/main/05-services.md
 */
function parseStack(printed) {
    const services = Object.entries((0,json/* asObject */.eB)(printed.services)).map(([name, service]) => parseService(name, (0,json/* asObject */.eB)(service)));
    if (services.length === 0) {
        const accepted = 'write at least one; those with profiles are up where COMPOSE_PROFILES names one of these';
        throw new problem/* ProblemError */.Mm({ where: 'test-services', wrong: 'bring no service up', accepted });
    }
    return { services, source: printed };
}
function parseService(name, { image, build }) {
    return { name, image: parseImage((0,json/* asText */.e1)(image)), build: build === undefined || build === null ? undefined : JSON.stringify(build) };
}
function parseImage(text) {
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
    const named = (0,problem/* collectAll */._U)(services, (service) => ({ ...service, target: findImage(service, images) }));
    const isAlone = images.some(({ target }) => target === '');
    const placed = isAlone && named.every(({ target }) => target === undefined) ? placeAlone(named) : named;
    const unmade = placed.filter(({ build, image, target }) => build !== undefined && image === undefined && target === undefined);
    if (unmade.length === 0)
        return placed.map(({ name, target }) => ({ name, target }));
    throw new problem/* ProblemError */.Mm({
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
    throw new problem/* ProblemError */.Mm({
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
    throw new problem/* ProblemError */.Mm({
        where: 'test-services',
        given: listNames(built),
        wrong: 'are built of different things, and none of them has an image that images names',
        accepted: 'give the service under test the image (image: in the compose file) that is published',
    });
}
function listNames(services) {
    return services.map(({ name }) => name).join(', ');
}

// EXTERNAL MODULE: ./.build/plan/naming/name-targets.js + 29 modules
var name_targets = __nccwpck_require__(2723);
;// CONCATENATED MODULE: ./.build/plan/naming/naming.js

/** Where the image goes, each once: its images, and what single tags are for. */
function repositoriesOf({ images, tags }) {
    const named = [...images, ...tags.flatMap(({ only }) => (only === undefined ? [] : [only]))];
    return [...new Map(named.map((repository) => [(0,reference/* formatRepository */.Sh)(repository), repository])).values()];
}

// EXTERNAL MODULE: ./.build/plan/naming/naming-inputs.js
var naming_inputs = __nccwpck_require__(2375);
// EXTERNAL MODULE: ./.build/plan/naming/template-environment.js
var template_environment = __nccwpck_require__(7091);
// EXTERNAL MODULE: ./.build/plan/inputs/attestations.js
var attestations = __nccwpck_require__(601);
;// CONCATENATED MODULE: ./.build/plan/build-plan.js



/** Completes the build inputs with what follows from the run: the default context, provenance and time stamp. */
function makeBuildPlan({ inputs, secretIds, context, hasCheckout, givenEpoch, noDefaultAttestations }) {
    const ownGit = gitContext(context);
    const usual = hasCheckout || ownGit === undefined ? '.' : ownGit;
    const fill = (text) => text.replace(build_context/* DEFAULT_CONTEXT */.A2, ownGit ?? '.');
    const fillNamed = (pair) => pair.replace(/^([^=]+=)(.*)$/s, (_, name, value) => `${name}${fill(value)}`);
    return {
        ...inputs,
        context: inputs.context === '' ? usual : fill(inputs.context),
        buildContexts: inputs.buildContexts.map(fillNamed),
        usualProvenance: (0,attestations/* isTrue */.Hn)(noDefaultAttestations) ? '' : usualProvenance(context),
        builderId: runUrl(context),
        secretIds,
        sourceDateEpoch: parseEpoch(givenEpoch) ?? epochSeconds(context.commitTime),
    };
}
/** The Git context of the commit, as build-push-action's default. @see https://docs.docker.com/build/concepts/context/#git-repositories */
function gitContext({ repository, run, sha }) {
    const known = repository.fullName !== '' && run.serverUrl !== '' && sha !== '';
    return known ? `${run.serverUrl}/${repository.fullName}.git#${sha}` : undefined;
}
/**
 * Full provenance for public sources, where it reveals no secret; elsewhere buildx's own default, written out so that it names the run.
 * @see https://docs.docker.com/build/ci/github-actions/attestations/
 */
function usualProvenance(context) {
    if (context.run.id === '')
        return '';
    return context.repository.private === false ? 'mode=max' : 'mode=min,inline-only=true';
}
function runUrl({ repository, run }) {
    return run.id === '' ? '' : `${run.serverUrl}/${repository.fullName}/actions/runs/${run.id}/attempts/${run.attempt}`;
}
/** @throws {ProblemError} @see https://reproducible-builds.org/specs/source-date-epoch/ */
function parseEpoch(given) {
    const text = given?.trim() ?? '';
    if (text === '')
        return undefined;
    if (/^\d{1,12}$/.test(text))
        return Number(text);
    throw new problem/* ProblemError */.Mm({ where: 'SOURCE_DATE_EPOCH', given: text, wrong: 'is not a time', accepted: 'write whole seconds since 1970' });
}
function epochSeconds(time) {
    const milliseconds = Date.parse(time ?? '');
    return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

// EXTERNAL MODULE: ./.build/plan/changed-files.js
var changed_files = __nccwpck_require__(5022);
// EXTERNAL MODULE: ./.build/plan/checked-out.js
var checked_out = __nccwpck_require__(112);
// EXTERNAL MODULE: ./.build/plan/naming/meta.js
var meta = __nccwpck_require__(8828);
// EXTERNAL MODULE: ./.build/plan/text/bake-definition.js
var bake_definition = __nccwpck_require__(1203);
;// CONCATENATED MODULE: ./.build/plan/expand-build.js




/**
 * Puts what the images are called into build arguments, and into what `set` says of args, labels and annotations: `{{meta.version}}`. The result is
 * what is built, so the definition by which an image is known again holds the values.
 * @throws {ProblemError} where one value has to hold for targets that are called differently.
 */
function expandBuild(inputs, namings) {
    const metas = namings.map(({ target, naming }) => ({ target, meta: (0,meta/* metaOf */.fX)(naming) }));
    const all = metas.map(({ meta }) => meta);
    const { buildArgs, bake } = (0,problem/* collect */.Fo)({
        buildArgs: () => (0,problem/* collectAll */._U)(inputs.buildArgs, ([key, value]) => [key, (0,meta/* expandForAll */.RR)(value, all, { where: 'build-args' })]),
        bake: () => (inputs.bake === undefined ? undefined : expandDefinition(inputs.bake, metas)),
    });
    return { ...inputs, buildArgs, bake };
}
/** A target has the naming of its own image; one that others build on, and that has none, that of all. */
function expandDefinition(definition, metas) {
    const { named = [] } = definition;
    if (named.length === 0)
        return definition;
    const targets = (0,problem/* collectAll */._U)(definition.targets, (target) => {
        const own = metas.filter((each) => each.target === target.name);
        return expandTarget(target, named, (own.length > 0 ? own : metas).map(({ meta }) => meta));
    });
    return { ...definition, targets };
}
function expandTarget(target, attributes, metas) {
    const place = { where: `set, target ${target.name}`, encode: bake_definition/* templateOf */.kW };
    const expand = (value) => {
        if (typeof value === 'string')
            return (0,meta/* expandForAll */.RR)(value, metas, place);
        if (Array.isArray(value))
            return value.map(expand);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries((0,json/* asObject */.eB)(value)).map(([key, inner]) => [key, expand(inner ?? null)]));
    };
    const source = Object.entries(target.source).map(([key, value]) => [key, attributes.includes(key) ? expand(value ?? null) : value]);
    return { ...target, source: Object.fromEntries(source) };
}

// EXTERNAL MODULE: ./.build/plan/inputs/checks.js + 1 modules
var inputs_checks = __nccwpck_require__(5059);
// EXTERNAL MODULE: ./.build/plan/text/platform.js + 1 modules
var platform = __nccwpck_require__(1806);
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
    const untested = images.filter((image) => (0,inputs_checks/* hasTests */.uG)(image.checks) && image.checks.testPlatforms.length === 0);
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
            wrong: 'are not images of this run, and nothing is tested',
            accepted,
        },
    ];
}

// EXTERNAL MODULE: ./.build/plan/image-metadata.js + 1 modules
var image_metadata = __nccwpck_require__(5327);
// EXTERNAL MODULE: ./.build/plan/inputs/build-args.js + 1 modules
var build_args = __nccwpck_require__(3561);
// EXTERNAL MODULE: ./.build/plan/inputs/builder-inputs.js
var builder_inputs = __nccwpck_require__(3805);
// EXTERNAL MODULE: ./.build/plan/naming/distinct-tags.js
var distinct_tags = __nccwpck_require__(435);
;// CONCATENATED MODULE: ./.build/plan/trust/login-state.js
/** What is wrong with the logins that were given. */
function findLoginProblems(facts) {
    return [...presumedRegistry(facts), ...(isRelease(facts.context) ? findEmptyPasswords(facts).map(describeEmptyPassword) : [])];
}
/** What a run goes on with, and should not go on with in silence. */
function findLoginWarnings(facts) {
    if (isRelease(facts.context))
        return [];
    return findEmptyPasswords(facts).map((registry) => `The password for ${registry} is empty: is the secret set?`);
}
/** Nobody tags a release to publish nothing. */
function isRelease({ ref, event }) {
    return ref.startsWith('refs/tags/') || event.name === 'release';
}
function findEmptyPasswords({ wish, logins, loginAt, secretsWithheld }) {
    if (wish === 'never' || secretsWithheld)
        return [];
    return [...new Set(logins.passwordless)].filter((registry) => loginAt(registry) !== 'given');
}
function describeEmptyPassword(registry) {
    return {
        where: 'password',
        wrong: `is empty for ${registry}, and this run is a release`,
        accepted: 'is the secret set, under this name, and available to this event? Or say push: false to build without publishing',
    };
}
/** The commonest mistake with logins: `registry` was forgotten. */
function presumedRegistry({ logins, repositories }) {
    const registries = [...new Set(repositories.map(({ registry }) => registry))];
    const { presumed } = logins;
    if (presumed === undefined || registries.length === 0 || registries.includes(presumed))
        return [];
    return [
        {
            where: 'username, password',
            wrong: `are for ${presumed}, where no image is`,
            accepted: `say which registry they are for: ${registries.map((registry) => `registry: ${registry}`).join(' or ')}, or registry: ${presumed} to pull base images from there`,
        },
    ];
}

// EXTERNAL MODULE: ./.build/plan/trust/secret-forms.js
var secret_forms = __nccwpck_require__(3855);
;// CONCATENATED MODULE: ./.build/plan/trust/published-secrets.js


const IMAGE = {
    shownIn: 'would be published in the image',
    advice: 'hand it over as a build secret (secrets, secret-envs or secret-files)',
};
const ARGUMENTS = {
    shownIn: 'would stand among the arguments of a process, which every user of the machine can read',
    advice: IMAGE.advice,
};
const GIT = { ...ARGUMENTS, advice: 'hand it over as secrets: GIT_AUTH_TOKEN.<host>=…' };
/**
 * What has a secret in it and is no place for one: build arguments, labels and annotations stand in the image's history, provenance or configuration,
 * contexts and extra arguments in what a process is started with. Also as a part of a URL, and in base64.
 */
function publishedSecrets(build, namings, secrets) {
    const found = [...textsOfBuild(build), ...textsOfNamings(namings)].flatMap(({ text, ...open }) => {
        const secret = secrets.find(({ value }) => (0,secret_forms/* holdsSecret */.hK)(text, value));
        return secret === undefined ? [] : [describe(open, secret.value.trim() === text.trim() ? 'has the value of' : 'contains', secret)];
    });
    return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()]; // each key once, however many images have it
}
function describe({ where, key, shownIn, advice }, how, secret) {
    return {
        where,
        ...(key === undefined ? {} : { given: key }),
        wrong: `${how} a secret (${secret.where}), and ${shownIn}`,
        accepted: advice,
    };
}
function textsOfBuild(build) {
    const targets = build.bake?.targets ?? [];
    const inTargets = (map, more) => targets.flatMap((target) => Object.entries((0,bake_definition/* mapOf */.A7)(target, map)).map(([key, text]) => ({ where: `bake-files, ${map}`, key, text, ...more })));
    return [
        ...inTargets('args', IMAGE),
        ...inTargets('labels', IMAGE),
        ...inTargets('contexts', GIT),
        ...build.buildArgs.map(([key, text]) => ({ where: 'build-args', key, text, ...IMAGE })),
        { where: 'context', key: undefined, text: build.context, ...GIT },
        ...build.buildContexts.map((pair) => {
            const equals = pair.indexOf('=');
            return { where: 'build-contexts', key: pair.slice(0, equals), text: pair.slice(equals + 1), ...GIT };
        }),
        ...build.extraArgs.map((text, index) => ({ where: `extra-args, line ${index + 1}`, key: undefined, text, ...ARGUMENTS })),
    ];
}
function textsOfNamings(namings) {
    return namings.flatMap(({ naming }) => [
        ...Object.entries(naming.labels).map(([key, text]) => ({ where: 'labels', key, text, ...IMAGE })),
        ...naming.annotations.map(({ key, value }) => ({ where: 'annotations', key, text: value, ...IMAGE })),
        ...naming.tags.map(({ name }) => ({
            where: 'tags',
            key: undefined,
            text: name,
            shownIn: 'would be published as a tag',
            advice: 'write another tag',
        })),
    ]);
}

// EXTERNAL MODULE: ./.build/plan/trust/push-decision.js
var push_decision = __nccwpck_require__(5895);
;// CONCATENATED MODULE: ./.build/plan/plan.js
















/**
 * Makes the plan.
 * @throws {ProblemError} where something is to be published and there is no login, image or tag for it, where an optional registry
 *   is none of the destinations, where a secret would be published as a build argument, label or annotation, where another commit than the
 *   ref's would be built, or where a gate would hold for nothing.
 */
function makePlan(facts) {
    const { inputs, namings, context, hasCheckout, loginAt, hash, givenEpoch, noDefaultAttestations, services, secrets } = facts;
    const { foreign, withheld = [], isClosed = false, isLocal = () => false } = facts;
    const gates = { checks: inputs.checks, services };
    const named = namings.map((each) => ({
        ...each,
        destinations: makeDestinations(each, inputs.registries.optional),
        checks: checksFor(each, gates),
    }));
    const repositories = named.flatMap(({ destinations }) => destinations.map(({ repository }) => repository));
    const asked = { wish: inputs.push, context, repositories, isLocal };
    const push = isClosed ? push_decision/* CLOSED */.V : (0,push_decision/* decidePush */.vn)({ ...asked, loginAt, passwordless: inputs.registries.passwordless });
    const logins = { wish: inputs.push, context, repositories, logins: inputs.registries, loginAt, secretsWithheld: facts.secretsWithheld };
    const secretIds = inputs.secrets.map(({ id }) => id);
    const given = { inputs: expandBuild(inputs.build, namings), secretIds, givenEpoch, noDefaultAttestations };
    const build = makeBuildPlan({ ...given, context, hasCheckout });
    const tags = named.flatMap(({ destinations }) => destinations.flatMap((destination) => destination.tags));
    const publication = { context, tags, push: push.push, rule: facts.changes ?? 'mark' };
    const { dockerConfigProblem: unread } = facts;
    const isPublishing = push.push && !inputs.dryRun;
    const problems = [
        ...(0,changed_files/* refuseChanged */.dT)(publication),
        ...(0,checked_out/* otherCheckout */.x)(build, context),
        ...(0,attestations/* attestedTwice */.Xy)(build),
        ...(isPublishing && unread !== undefined ? [unread] : []),
        ...unusedOptional(inputs, repositories),
        ...publishedSecrets(build, namings, secrets),
        ...sharedTags(named),
        ...findIdleGates(named, gates),
        ...findLoginProblems(logins),
        ...(push.push ? nothingToPublish(named) : []),
        ...(isClosed ? [] : (0,push_decision/* refusePush */.t_)(asked)),
        ...(facts.mustPublish && !push.push && !isForLocalUse(inputs, { named, services }) ? [describeUnpublished(push)] : []),
    ];
    if (problems.length > 0)
        throw new problem/* ProblemError */.Mm(problems);
    return {
        source: { ref: context.ref, sha: context.sha, event: context.event.name, repository: context.repository.fullName },
        images: named.map(({ target, platforms, naming, destinations, checks }) => ({
            target,
            platforms,
            naming,
            imageMetadata: (0,image_metadata/* makeImageMetadata */.h)({ target, naming, platforms, build, context, hash }),
            destinations,
            checks,
        })),
        build,
        signedTag: inputs.signedTag,
        push,
        isClosed: isClosed ? true : undefined,
        foreign: foreign && { ...foreign, withheld },
        warnings: [
            ...(0,changed_files/* warnOfChanged */.EB)(publication),
            ...facts.warnings,
            ...findLoginWarnings(logins),
            ...(unread === undefined ? [] : [(0,problem/* describeProblem */.BJ)(unread)]),
        ],
        notices: [...(0,build_args/* noticesOfArgs */.g)(build.unsetArgs), ...(0,builder_inputs/* noticesOfBuilder */.yd)(inputs.builder)],
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
/** Whether the run is to make something that stays on this machine, and names no image to publish. */
function isForLocalUse({ load, build, checks }, { named, services }) {
    const isNamed = named.some(({ destinations }) => destinations.length > 0);
    const hasOutputs = build.exports.length > 0 || build.bake?.targets.some(({ outputs }) => outputs.length > 0) === true;
    return !isNamed && (load || hasOutputs || checks.tests.length > 0 || services !== undefined);
}
function describeUnpublished({ reason }) {
    const accepted = 'mend that, or say --push false to build only, or --push auto to leave it to the event';
    return { where: 'push', wrong: `would publish nothing: ${reason}`, accepted };
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

// EXTERNAL MODULE: ./.build/plan/trust/foreign-head.js
var foreign_head = __nccwpck_require__(8660);
// EXTERNAL MODULE: ./.build/plan/inputs/cache.js
var inputs_cache = __nccwpck_require__(1966);
;// CONCATENATED MODULE: ./.build/plan/trust/withhold-bake.js


/** Takes out the caches that would be written, and those that need the job's token. */
function withholdCaches(definition) {
    return withholdFrom(definition, keepCaches);
}
/** Takes out all that reaches past the walls of a build: onto this machine, into its environment and engine, or to a registry. */
function isolateBake(definition) {
    return withholdFrom(definition, isolateTarget);
}
/**
 * What a target may say of a build that stays within its walls. `context`, `contexts` and `dockerfile` are looked at on their own.
 * @see https://docs.docker.com/build/bake/reference/#target
 */
const HARMLESS = 'annotations args attest cache-from call context contexts description dockerfile dockerfile-inline extra-hosts labels network ' +
    'no-cache no-cache-filter output platforms pull shm-size tags target ulimits';
const KEPT = HARMLESS.split(' ');
/** Those that say how an image is packed. The others write where the file says: over files of this checkout, or images of the engine. */
const KEPT_OUTPUTS = ['registry', 'image', 'cacheonly'];
function keepCaches(source) {
    return {
        ...source,
        ...filter(source, 'cache-to', (cache) => (0,inputs_cache/* cacheType */.N)(cache) === 'inline'),
        ...filter(source, 'cache-from', (cache) => (0,inputs_cache/* cacheType */.N)(cache) !== 'gha'),
    };
}
function isolateTarget(source) {
    const unknown = Object.keys(source).filter((key) => !KEPT.includes(key));
    return {
        ...(0,json/* without */.FF)(source, unknown),
        ...filter(source, 'cache-from', (cache) => (0,inputs_cache/* cacheType */.N)(cache) === 'registry'),
        ...filter(source, 'output', (output) => KEPT_OUTPUTS.includes((0,json/* asText */.e1)((0,json/* asObject */.eB)(output).type) ?? '')),
    };
}
function filter(source, key, isKept) {
    return source[key] === undefined ? {} : { [key]: (0,json/* asList */.DD)(source[key]).filter(isKept) };
}
function withholdFrom(definition, keep) {
    const kept = definition.targets.map((target) => withSource(target, keep(target.source)));
    const withheld = definition.targets.flatMap(({ name, source }, index) => Object.keys(source)
        .filter((key) => JSON.stringify(source[key]) !== JSON.stringify(kept[index]?.source[key]))
        .map((key) => `${key} of target ${name}`));
    return { definition: { ...definition, targets: kept }, withheld };
}
function withSource(target, source) {
    return { ...target, source, outputs: (0,json/* asList */.DD)(source.output).map(json/* asObject */.eB) };
}

;// CONCATENATED MODULE: ./.build/plan/trust/withhold.js



/**
 * Takes out of the inputs what the author of a fork could turn against the repository: caches that would be written, and where the run may
 * hold secrets, all of these and what reaches past the walls of a build.
 * @throws {ProblemError} for what cannot be checked, so that it would have to be trusted.
 */
function withhold(inputs, { isIsolated, reason }) {
    const cached = withhold_keepCaches(inputs.build, isIsolated);
    if (!isIsolated)
        return { inputs: { ...inputs, build: cached.build }, withheld: cached.withheld };
    const problems = refusals(inputs, reason);
    if (problems.length > 0)
        throw new problem/* ProblemError */.Mm(problems);
    const named = [
        ['secrets, secret-envs and secret-files', inputs.secrets],
        ['ssh', inputs.build.ssh],
        ['allow', inputs.build.allow],
    ];
    return {
        inputs: { ...inputs, secrets: [], githubToken: '', build: { ...cached.build, ssh: [], allow: [] } },
        withheld: [...named.filter(([, values]) => values.length > 0).map(([name]) => name), ...cached.withheld],
    };
}
/** A cache that a foreign head wrote is what a later, trusted build would read. One of GitHub Actions needs the job's token to be read, too. */
function withhold_keepCaches(build, isIsolated) {
    const cacheTo = build.cacheTo.filter((cache) => (0,inputs_cache/* cacheType */.N)(cache) === 'inline');
    const cacheFrom = build.cacheFrom.filter((cache) => (0,inputs_cache/* cacheType */.N)(cache) !== 'gha');
    const bake = build.bake === undefined ? undefined : (isIsolated ? isolateBake : withholdCaches)(build.bake);
    const withheld = [
        ...(cacheTo.length < build.cacheTo.length ? ['cache-to'] : []),
        ...(cacheFrom.length < build.cacheFrom.length ? ['cache-from type=gha'] : []),
        ...(bake?.withheld ?? []),
    ];
    return { build: { ...build, cacheTo, cacheFrom, bake: bake?.definition }, withheld };
}
/** Arguments that this step does not know could bring back whatever it takes out. */
function refusals({ build }, reason) {
    if (build.extraArgs.length === 0)
        return [];
    const accepted = 'leave it out for this event';
    return [{ where: 'extra-args', wrong: `cannot be checked, and what is built is not the repository’s own (${reason})`, accepted }];
}
/** What stands against inputs before anything is read that they name: these files say by themselves what else is read, or what is run. */
function refuseUncheckable(bakeFiles, testServices, reason) {
    const notOwn = `what is built is not the repository’s own (${reason})`;
    const uncheckable = bakeFiles.filter((file) => !/\.(?:hcl|json)$/i.test(file)); // of others bake finds out whether they are compose files
    return [
        ...uncheckable.map((given) => ({
            where: 'bake-files',
            given,
            wrong: `may be a compose file, which can read any file of this machine, and ${notOwn}`,
            accepted: 'write bake files that end with .hcl or .json',
        })),
        ...(testServices.length === 0
            ? []
            : [
                {
                    where: 'test-services',
                    wrong: `start containers with the mounts and rights that their file says, and ${notOwn}`,
                    accepted: 'test such heads in the event pull_request, which holds no secrets, or leave it out for this event',
                },
            ]),
    ];
}

// EXTERNAL MODULE: ./.build/registry/host.js
var registry_host = __nccwpck_require__(4404);
// EXTERNAL MODULE: ./.build/git/facts.js
var facts = __nccwpck_require__(86);
// EXTERNAL MODULE: ./.build/plan/naming/template-text.js
var template_text = __nccwpck_require__(4739);
;// CONCATENATED MODULE: ./.build/facts/describe.js



/** Asks git for `{{describe}}` where a template has it. @throws {ProblemError} where git cannot say. */
async function describeWhereAsked(host, reading, texts) {
    const context = await reading;
    const where = Object.entries(texts).find(([, text]) => text.match(template_text/* TEMPLATES */.Q)?.some((template) => /\bdescribe\b/.test(template)))?.[0];
    if (where === undefined)
        return context;
    const describe = context.sha === '' ? undefined : await (0,facts/* describeCommit */.XT)(context.sha, host);
    if (describe !== undefined)
        return { ...context, describe };
    throw new problem/* ProblemError */.Mm({
        where,
        given: '{{describe}}',
        wrong: 'has no value, since no checkout here has the commit',
        accepted: 'check it out before this step, with its tags (actions/checkout with fetch-depth: 0)',
    });
}

// EXTERNAL MODULE: ./.build/facts/foreign-files.js
var foreign_files = __nccwpck_require__(6016);
// EXTERNAL MODULE: ./.build/facts/bake-files.js + 2 modules
var bake_files = __nccwpck_require__(3296);
;// CONCATENATED MODULE: ./.build/facts/boundary.js


/** @param folder the working folder of the run. */
async function openBoundary(folder) {
    const root = await (0,promises_.realpath)(folder);
    const isInside = (file) => file === root || file.startsWith(`${root}${external_node_path_.sep}`);
    const isPassedBy = async (given) => {
        const end = await resolveLinks(external_node_path_.resolve(root, given));
        return end === undefined || !isInside(end);
    };
    return {
        isPassedBy,
        isLeftBy: async (given) => isInside(external_node_path_.resolve(root, given)) && (await isPassedBy(given)),
    };
}
/** Where a path leads, also one that is yet to be made; undefined where it ends at a link to nothing, through which anything may be made. */
async function resolveLinks(file) {
    try {
        return await (0,promises_.realpath)(file);
    }
    catch {
        const isLink = await (0,promises_.lstat)(file).then(() => true, () => false);
        if (isLink)
            return undefined;
        const parent = external_node_path_.dirname(file);
        const resolved = parent === file ? file : await resolveLinks(parent);
        return resolved === undefined ? undefined : external_node_path_.join(resolved, external_node_path_.basename(file));
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./.build/facts/named-files.js





/** Reads the files that an input names, from the working folder. What cannot be read says why. */
function readNamedFiles(files, { signal, boundary }) {
    return Promise.all(files.map(async (file) => {
        const isLeft = (await boundary?.isLeftBy(file)) === true;
        return { path: file, content: isLeft ? { failure: foreign_files/* LINK */.ps.wrong } : await (0,regular_file/* readRegularFile */.X)(file, { signal }) };
    }));
}
/** What a path leads to; undefined where there is nothing. Pipes, sockets and devices are `special`. */
function look(given) {
    if (!(0,external_node_fs_.existsSync)(given))
        return undefined;
    const found = (0,external_node_fs_.statSync)(given);
    if (found.isDirectory())
        return 'folder';
    return found.isFile() ? 'file' : 'special';
}
/** What stands against the path that `source` names, as far as it is seen without reading it; undefined for nothing. */
async function findSourceFailure(source) {
    if (source?.kind !== 'path')
        return undefined;
    const found = await (0,promises_.stat)(source.path).catch(() => undefined);
    if (found === undefined)
        return 'is not there';
    const index = found.isDirectory() ? await (0,promises_.stat)(external_node_path_.join(source.path, 'index.json')).catch(() => undefined) : found;
    return index === undefined ? 'is a folder without index.json, and so no OCI layout' : undefined;
}

// EXTERNAL MODULE: ./.build/docker/plugin.js
var docker_plugin = __nccwpck_require__(1912);
// EXTERNAL MODULE: ./.build/host/child-environment.js
var child_environment = __nccwpck_require__(7103);
// EXTERNAL MODULE: ./.build/host/last-line.js
var last_line = __nccwpck_require__(4776);
// EXTERNAL MODULE: ./.build/plan/text/parse-json.js
var parse_json = __nccwpck_require__(4916);
// EXTERNAL MODULE: ./.build/facts/file-variables.js
var file_variables = __nccwpck_require__(2642);
;// CONCATENATED MODULE: ./.build/facts/test-services.js








/**
 * Reads the compose files of `test-services` through docker compose, which is what brings their services up. Undefined where there are none.
 * @throws {ProblemError}
 */
async function readTestServices(files, place) {
    if (files.length === 0)
        return undefined;
    const { texts, faults } = await (0,file_variables/* readVariableFiles */.cD)('test-services', files, place);
    const mentioned = (0,file_variables/* findMentioned */.RU)(texts, place.vars, place);
    const problems = [...faults, ...(0,file_variables/* refuseUnpassed */.aD)('test-services', mentioned, undefined), ...(0,file_variables/* findUnset */.fu)(place.vars, place)];
    if (problems.length > 0)
        throw new problem/* ProblemError */.Mm(problems);
    return resolveServices(files, place);
}
async function resolveServices(files, { environment, signal, vars }) {
    const args = ['compose', ...files.map((file) => `--file=${file}`), 'config', '--format=json'];
    const place = { where: 'test-services', given: files.join(', ') };
    const env = (0,file_variables/* passVariables */.rJ)(environment, vars);
    const result = await (0,docker_plugin/* runPlugin */.b)({ file: 'docker', args, env, signal }, { plugin: 'compose', ...place });
    if (result.code === 0)
        return refuseBareVariables(parseStack((0,parse_json/* parseObject */.l)(result.stdout)), { environment, signal, vars });
    const wrong = `cannot be read (${(0,last_line/* lastLine */.f)(result.stderr)})`;
    throw new problem/* ProblemError */.Mm({ ...place, wrong, accepted: 'write paths of compose files, one per line' });
}
/** A bare `NAME` in a service's environment has null for a value where docker compose was given none; a secret may name its variable. */
function refuseBareVariables(stack, { environment, vars }) {
    const services = Object.values((0,json/* asObject */.eB)(stack.source.services)).map((service) => (0,json/* asObject */.eB)((0,json/* asObject */.eB)(service).environment));
    const bare = services.flatMap((variables) => Object.keys(variables).filter((name) => variables[name] === null));
    const secrets = ['secrets', 'configs'].flatMap((kind) => Object.values((0,json/* asObject */.eB)(stack.source[kind])));
    const named = secrets.flatMap((secret) => (0,json/* asText */.e1)((0,json/* asObject */.eB)(secret).environment) ?? []);
    const isUnpassed = (name) => environment[name] !== undefined && !(0,child_environment/* isShared */.yM)(name) && !Object.hasOwn(vars, name);
    const unpassed = [...new Set([...bare, ...named])].filter(isUnpassed).map((name) => ({ name, isCertain: true }));
    const problems = (0,file_variables/* refuseUnpassed */.aD)('test-services', unpassed, undefined);
    if (problems.length > 0)
        throw new problem/* ProblemError */.Mm(problems);
    return stack;
}

;// CONCATENATED MODULE: ./.build/facts/input-files.js







/** Reads the files. Those of a foreign head may not lead out of the checkout, and some of them are not read at all. */
async function readInputFiles(host, early, reading) {
    const { environment, signal } = host;
    const { bake: given, testServices, argsFiles } = early;
    const foreign = (0,foreign_head/* mayBeIsolated */.mk)({ environment, ...early }) ? findIsolated(await reading) : undefined;
    const boundary = foreign === undefined ? undefined : await openBoundary(process.cwd());
    const problems = foreign === undefined ? [] : refuseUncheckable(given.inputs?.files ?? [], testServices, foreign.reason);
    const refusal = (input) => {
        const own = problems.filter(({ where }) => where === input);
        return own.length === 0 ? undefined : new problem/* ProblemError */.Mm(own);
    };
    const place = { environment, signal, boundary };
    const [refusedBake, refusedStack] = [refusal('bake-files'), refusal('test-services')];
    const [bake, stack, files] = await Promise.all([
        refusedBake === undefined
            ? (0,bake_files/* readBakeFiles */.z)(given, { ...place, hasServices: testServices.length > 0 })
            : { problem: refusedBake, known: 'any' },
        refusedStack ?? (0,problem/* orProblem */.bC)(readTestServices(testServices, { ...place, vars: given.vars })),
        readNamedFiles(argsFiles, place),
    ]);
    return { bake, stack, argsFiles: files, boundary };
}
/** What keeps the run from being known keeps it from being trusted. */
function findIsolated(context) {
    if (context instanceof problem/* ProblemError */.Mm)
        return { reason: 'the event cannot be read' };
    const foreign = (0,foreign_head/* foreignHead */.lO)(context);
    return foreign?.isIsolated === true ? foreign : undefined;
}

// EXTERNAL MODULE: ./.build/facts/load-libraries.js + 2 modules
var load_libraries = __nccwpck_require__(1204);
;// CONCATENATED MODULE: ./.build/facts/login-yaml.js

/** The parser takes 20 ms to load: only where there is YAML. */
async function loadLoginYaml(isNeeded) {
    if (!isNeeded)
        return () => [];
    const yaml = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    return (source) => parseLoginYaml(source, yaml);
}
/**
 * Reads `registry-auth`. Every scalar is a text: the password 0123 stays 0123. What YAML would take as something else, or drop, is refused.
 * @throws {ProblemError} by the line's number alone: whatever the YAML parser says may be a part of a password.
 */
function parseLoginYaml(source, yaml) {
    const counter = new yaml.LineCounter();
    const lineOf = (offset) => counter.linePos(offset ?? 0).line || 1;
    const document = readDocument(() => yaml.parseDocument(source, { schema: 'failsafe', logLevel: 'error', lineCounter: counter }));
    yaml.visit(document, {
        Node: (_, node) => refuseMarked(node, { yaml, lineOf }),
        Pair: (_, pair) => refuseLostValue(pair, { yaml, lineOf }),
    });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined)
        throw refusal(lineOf(problem.pos[0]), `is not YAML (${problem.code})`);
    return document.toJS(); // the failsafe schema has maps, lists and texts only
}
/** Thousands of brackets make the parser fail by itself. */
function readDocument(read) {
    try {
        return read();
    }
    catch {
        throw refusal(undefined, 'is not YAML');
    }
}
/** An alias, an anchor and a tag are what becomes of a value that begins with `*`, `&` or `!`. */
function refuseMarked(node, { yaml, lineOf }) {
    const line = lineOf(node.range?.[0]);
    if (yaml.isAlias(node))
        throw refusal(line, 'has a value that begins with *');
    if ('anchor' in node && node.anchor !== undefined)
        throw refusal(line, 'has a value that begins with &');
    if (node.tag !== undefined)
        throw refusal(line, 'has a value that begins with !');
}
/** Keys whose values are known not to be secrets: a comment after them is a comment. */
const PUBLIC = ['registry', 'username'];
/** A value is one text; what follows a `#` in a password is no part of it. */
function refuseLostValue({ key, value }, { yaml, lineOf }) {
    if (!yaml.isNode(value) || yaml.isAlias(value))
        return;
    const line = lineOf(value.range?.[0]);
    if (!yaml.isScalar(value))
        throw refusal(line, 'has a value that YAML takes as a list or a mapping');
    if (yaml.isScalar(key) && PUBLIC.includes(String(key.value)))
        return;
    if (value.type !== 'PLAIN' || value.comment == null)
        return;
    if (value.value !== '' || /^\S/.test(value.comment))
        throw refusal(line, 'has a password that YAML ends at a #');
}
function refusal(line, wrong) {
    const where = line === undefined ? 'registry-auth' : `registry-auth, line ${line}`;
    return new problem/* ProblemError */.Mm({
        where,
        wrong,
        accepted: 'write a list of registry, username and password, and put the password in quotes, or below password: | where it has several lines',
    });
}

// EXTERNAL MODULE: ./.build/docker/config.js
var docker_config = __nccwpck_require__(2473);
// EXTERNAL MODULE: ./.build/docker/hub.js
var hub = __nccwpck_require__(4396);
// EXTERNAL MODULE: ./.build/plan/trust/job-token.js
var job_token = __nccwpck_require__(6370);
;// CONCATENATED MODULE: ./.build/facts/logins.js




/** An input wins over the docker configuration, and that over the runner's token. */
async function readLogins({ environment, signal, local }, inputs) {
    // Read anew each time: another program may have logged in again during a long build.
    const readConfig = async () => local?.simulated === undefined ? (0,docker_config/* readDockerConfig */.TO)(environment) : (0,docker_config/* configWith */.Hs)(local.simulated.dockerAuths);
    const config = await readConfig();
    const named = inputs.registries.logins;
    const isNamed = (registry) => named.some((login) => login.registry === registry);
    const login = runnerLogin(environment, inputs.githubToken);
    const token = login === undefined || isNamed(login.registry) || mayKnow(config, login.registry) ? undefined : login;
    const given = token === undefined ? named : [...named, token];
    const needsNone = (registry) => (0,registry_host/* isLoopback */.U)(registry) || inputs.registries.insecure.includes(registry);
    return {
        config,
        given,
        stateAt: (registry) => {
            if (given.some((login) => login.registry === registry) || mayKnow(config, registry))
                return 'given';
            return needsNone(registry) ? 'unneeded' : 'missing';
        },
        find: async (registry) => {
            const login = given.find((each) => each.registry === registry);
            if (login === undefined)
                return (0,docker_config/* findCredentials */.gD)(await readConfig(), registry, { environment, signal });
            return { kind: 'password', username: login.username, password: login.password };
        },
    };
}
/** Packages of the repository's owner may be written with the job's token, where the job has the right to. It is offered to its own server's registry alone. */
function runnerLogin({ GITHUB_ACTIONS, GITHUB_ACTOR, GITHUB_SERVER_URL }, token) {
    const registry = (0,job_token/* registryOfServer */.Y)(GITHUB_SERVER_URL ?? '');
    if (GITHUB_ACTIONS !== 'true' || token === '' || registry === undefined)
        return undefined;
    return { registry, username: GITHUB_ACTOR || 'github-actions', password: token };
}
/** A store for all registries is not asked before there is something to publish. A configuration that cannot be read may know any. */
function mayKnow({ auths, credentialHelpers, credentialStore, problem }, registry) {
    if (problem !== undefined)
        return true;
    const hosts = [...Object.keys(auths), ...Object.keys(credentialHelpers)].map(hub/* canonicalHost */.r);
    return (credentialStore ?? '') !== '' || hosts.includes(registry);
}

// EXTERNAL MODULE: ./.build/plan/inputs/registry-auth.js
var registry_auth = __nccwpck_require__(4296);
// EXTERNAL MODULE: ./.build/plan/inputs/secrets.js
var inputs_secrets = __nccwpck_require__(905);
;// CONCATENATED MODULE: ./.build/plan/trust/known-secrets.js

/** What was given as a secret: it may stand in none of the texts that are published or that other users of the machine can read. */
function givenSecrets({ secrets, githubToken }, logins, { environment, files }) {
    const builds = secrets.map((secret) => {
        if (secret.kind === 'value')
            return { value: secret.value, where: `secrets, ${secret.id}` };
        if (secret.kind === 'environment')
            return { value: environment[secret.variable] ?? '', where: `secret-envs, ${secret.id}` };
        return { value: files[secret.path] ?? '', where: `secret-files, ${secret.id}` };
    });
    const passwords = logins.map(({ registry, username, password }) => ({
        value: password,
        username,
        where: `the password for ${registry}`,
    }));
    const tokens = githubToken === '' || logins.some(({ password }) => password === githubToken) ? [] : [{ value: githubToken, where: 'github-token' }];
    return [...passwords, ...builds, ...tokens].filter(({ value }) => value.trim() !== '');
}
/** Whether a text is what everybody knows of the run: handed to a build as a secret, so that the cache does not depend on it, it is none. */
function isPublic(text, { sha, ref, repository, run, event }) {
    const name = ref.replace(/^refs\/(?:heads|tags|pull)\//, '');
    const facts = [sha, ref, name, repository.fullName, repository.name, repository.htmlUrl, run.id, run.number, run.serverUrl, event.name];
    return facts.includes(text.trim());
}
/** Attributes of caches that are keys. @see https://docs.docker.com/build/cache/backends/ */
const KEY_ATTRIBUTE = /(?:^|,)\s*"?(secret_access_key|session_token|token|ghtoken|password)=("[^"]*"|[^,"]*)/g;
const KEY_NAMES = ['secret_access_key', 'session_token', 'token', 'ghtoken', 'password'];
/** `user:password@` and `token@` in a URL. */
const URL_LOGIN = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)([^\s/?#@:"']{0,200})(?::([^\s/?#@"']{1,400}))?@/gi;
/** Secrets that stand within other inputs: keys of caches, and logins in URLs. They are hidden wherever they are printed. */
function foundSecrets(value) {
    return textsOf(value).flatMap(({ key, text }) => [
        ...(KEY_NAMES.includes(key) ? [{ value: text, where: key }] : []),
        ...[...text.matchAll(KEY_ATTRIBUTE)].map(([, name = '', given = '']) => ({ value: given.replaceAll('"', ''), where: name })),
        ...[...text.matchAll(URL_LOGIN)].map(([, , user = '', password = user]) => ({ value: password, where: 'a URL' })),
    ]);
}
function textsOf(value, key = '') {
    const text = (0,json/* asText */.e1)(value);
    if (text !== undefined)
        return [{ key, text }];
    const list = (0,json/* asList */.DD)(value);
    return list.length > 0
        ? list.flatMap((each) => textsOf(each, key))
        : Object.entries((0,json/* asObject */.eB)(value)).flatMap(([name, each]) => textsOf(each, name));
}
/** Build arguments with a login in a URL, which was not given as a secret: it may be an example, so it is a warning and not an error. */
function findUrlLogins({ buildArgs }) {
    return buildArgs
        .filter(([, text]) => [...text.matchAll(URL_LOGIN)].some(([, , , password]) => password !== undefined))
        .map(([key]) => key);
}
const HIDDEN = '***';
/** A value, such as the plan, with its secrets hidden: for printing only. */
function hideSecrets(value, forms) {
    const longest = [...forms].sort((a, b) => b.length - a.length);
    const hide = (text) => longest
        .reduce((shown, form) => shown.replaceAll(form, HIDDEN), text)
        .replace(KEY_ATTRIBUTE, (whole, _name, given) => whole.slice(0, whole.length - given.length) + HIDDEN)
        .replace(URL_LOGIN, (_, scheme, user, password) => `${scheme}${password === undefined ? HIDDEN : `${user}:${HIDDEN}`}@`);
    return hideTexts(value, { hide, key: '' }); // the same shape, with other texts
}
function hideTexts(value, { hide, key }) {
    if (typeof value === 'string')
        return KEY_NAMES.includes(key) ? HIDDEN : hide(value);
    if (Array.isArray(value))
        return value.map((each) => hideTexts(each, { hide, key }));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, hideTexts(each, { hide, key: name })]));
}

;// CONCATENATED MODULE: ./.build/facts/mask-secrets.js






/** A secret in a file that is larger is too long to be looked for in a log. */
const MAX_FILE_BYTES = 65_536;
/** What everybody knows of a run, whatever it is handed over as. */
const mask_secrets_PUBLIC = ['SHA', 'REF', 'REF_NAME', 'REPOSITORY', 'RUN_ID', 'RUN_NUMBER'];
/** Masks what is a secret by its input alone, before any message can show a part of it. The parsers report what cannot be read, without showing it. */
function maskGiven(host, parseYaml) {
    const { inputs, environment } = host;
    const text = (name) => inputs[name] ?? '';
    const facts = mask_secrets_PUBLIC.map((name) => environment[`GITHUB_${name}`]);
    const mask = (secret, username) => {
        if (!facts.includes(secret.trim()))
            host.mask(secret, username);
    };
    const logins = (0,problem/* ifRead */.Q)((0,problem/* parsed */.Yz)(() => (0,registry_auth/* parseLogins */.w)(text, { parseYaml, secretsWithheld: true, needsPassword: false, saysRegistry: true })))?.logins ?? [];
    for (const { password, username } of logins)
        mask(password, username);
    for (const name of ['password', 'github-token'])
        mask(text(name));
    const secrets = (0,problem/* ifRead */.Q)((0,problem/* parsed */.Yz)(() => (0,inputs_secrets/* parseSecrets */.d)({ values: text('secrets'), environments: text('secret-envs'), files: '' }))) ?? [];
    for (const secret of secrets)
        if (secret.kind === 'value')
            mask(secret.value);
    for (const secret of secrets)
        if (secret.kind === 'environment')
            mask(environment[secret.variable] ?? '');
}
/** Masks all secrets of the run, and says of which it cannot. */
async function learnSecrets(host, { inputs, logins, context }) {
    const { environment, log } = host;
    const files = await readFiles(host, inputs);
    const given = givenSecrets(inputs, logins.given, { environment, files }).filter(({ value }) => !isPublic(value, context));
    const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map((name) => environment[name] ?? '');
    const found = foundSecrets([inputs.build, inputs.checks, inputs.builder, proxies]).filter(({ value }) => value.length >= 8);
    for (const { value, username } of [...given, ...found])
        host.mask(value, username);
    for (const { value, where } of given) {
        const reason = (0,secret_forms/* whyNotMasked */.jE)(value);
        if (reason !== undefined)
            log.warning(`${where}: ${reason}`);
    }
    for (const key of findUrlLogins(inputs.build)) {
        log.warning(`build-args: ${JSON.stringify(key)} holds a password in a URL, which will stand in the image's history; hand it over as a build secret`);
    }
    const forms = [...given, ...found].flatMap(({ value, username }) => (0,secret_forms/* secretForms */.eo)(value, username));
    return { given, hide: (value) => hideSecrets(value, forms) };
}
async function readFiles({ local, signal }, { secrets }) {
    if (local?.simulated !== undefined)
        return {};
    const paths = secrets.flatMap((secret) => (secret.kind === 'file' ? [secret.path] : []));
    const contents = await Promise.all(paths.map((path) => (0,regular_file/* readRegularFile */.X)(path, { signal, maxBytes: MAX_FILE_BYTES })));
    return Object.fromEntries(contents.flatMap((content, index) => ('text' in content ? [[paths[index] ?? '', content.text]] : [])));
}

// EXTERNAL MODULE: ./.build/plan/naming/make-context.js
var make_context = __nccwpck_require__(9657);
// EXTERNAL MODULE: ./.build/plan/text/escape.js
var text_escape = __nccwpck_require__(1731);
// EXTERNAL MODULE: ./.build/facts/github.js
var github = __nccwpck_require__(6167);
;// CONCATENATED MODULE: ./.build/facts/other-commit.js






/**
 * Whether what is built is another commit than the run is for, or may be, in an event whose payload does not say what is built. A checkout
 * that tells no commit may be anything.
 */
async function isOtherCommit({ host, early, folder, expected }) {
    const { GITHUB_EVENT_NAME: name = '' } = host.environment;
    if (name === '' || host.local?.simulated !== undefined)
        return false; // a person’s own doing, or not known
    if (early.namesPull)
        return true;
    if (!(0,foreign_head/* hidesHead */.WQ)(name))
        return false;
    const { context } = early;
    if ((0,build_context/* isRemoteContext */.uN)(context))
        return !build_context/* DEFAULT_CONTEXT */.A2.test(context);
    const isUsual = context === '' && early.source === undefined;
    const isEmpty = isUsual && (await (0,promises_.readdir)(process.cwd()).catch(() => [])).length === 0; // BuildKit then fetches the very commit
    if (isEmpty)
        return false;
    return (await (0,facts/* readHead */.zy)(folder, host)) !== expected || (await holdsOtherCheckout(process.cwd(), DEPTH, { host, expected }));
}
/** How deep below the working folder a workflow puts a second checkout (`path` of actions/checkout). */
const DEPTH = 3;
/** Folders of which nothing is a checkout that a workflow made. */
const SKIPPED = ['.git', 'node_modules'];
/** Whether a second checkout lies below the folder, whose files a build can copy, and that is at another commit. */
async function holdsOtherCheckout(folder, depth, question) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const folders = entries
        .filter((entry) => entry.isDirectory() && !SKIPPED.includes(entry.name))
        .map(({ name }) => external_node_path_.join(folder, name));
    const found = await Promise.all(folders.map(async (each) => {
        if (await isOwnCheckout(each))
            return (await (0,facts/* readHead */.zy)(each, question.host)) !== question.expected;
        return depth > 1 && (await holdsOtherCheckout(each, depth - 1, question));
    }));
    return found.includes(true);
}
/** A submodule is none: the commit around it says which of its commits is there. */
async function isOwnCheckout(folder) {
    const content = await (0,regular_file/* readRegularFile */.X)(external_node_path_.join(folder, '.git'), {}); // a folder, where it is no submodule or worktree
    return 'text' in content ? !/^gitdir: .*\/modules\//.test(content.text) : content.failure !== 'is not there';
}

;// CONCATENATED MODULE: ./.build/facts/requested-ref.js





/**
 * The ref that the input `ref` names, with its commit: the event's where it is the event's own ref, else what the checkout or GitHub says.
 * A dry run uses the checked-out commit where the ref's own is unknown, since the tag may not exist yet.
 * @throws {ProblemError} where its commit is not known.
 */
async function readGivenRef(ref, own, means) {
    const { host, refSource, folder, isSimulated } = means;
    const ownCommit = { sha: own.sha, commitTime: own.commitTime };
    if (ref === own.ref || (refSource === 'workflow' && isOfEvent(ref, host.environment)))
        return { git: { ...ownCommit, ref } };
    const head = await (0,facts/* readHead */.zy)(folder, host);
    const found = await findCommit(ref, head, means);
    host.signal.throwIfAborted();
    if (!('failure' in found)) {
        const built = head === undefined || isSimulated ? found : await behindBranch(ref, { tip: found, head }, means);
        return { git: { ...built, ref }, checkedOut: isSimulated ? undefined : head };
    }
    if (isSimulated || refSource === 'git' || own.event.name === '') {
        await refuseUnknown(ref, means);
        return { git: { ...ownCommit, ref } };
    }
    throw new problem/* ProblemError */.Mm({
        where: 'ref',
        given: ref,
        wrong: `has no commit that is known (no checkout here has it, and ${found.failure})`,
        accepted: 'check it out (actions/checkout with this ref, or with fetch-depth: 0), or give github-token',
    });
}
/**
 * A person's ref has to be there before anything is released under its name (P12). A CI system's word for it is enough, for many check out a commit without
 * its ref; and where nothing is checked out there is nothing to ask.
 */
async function refuseUnknown(ref, { host, isSimulated }) {
    if (isSimulated) {
        if (host.local?.simulated === undefined)
            host.log.notice((0,text_escape/* plain */.pj)(`${ref} is not in this repository yet: the commit that is checked out stands in for it`));
        return;
    }
    if (host.local === undefined || host.environment.CI)
        return;
    const checkout = await (0,git_checkout/* openCheckout */.Hj)('.', host);
    if (checkout.kind === 'no repository')
        return;
    const refuse = (wrong, accepted) => new problem/* ProblemError */.Mm({ where: 'ref', given: ref, wrong, accepted });
    if (checkout.kind !== 'open')
        throw refuse(`cannot be looked up: ${checkout.wrong}`, checkout.accepted);
    const make = ref.startsWith('refs/tags/') ? `make it (git tag ${ref.slice('refs/tags/'.length)}) or ` : '';
    throw refuse(`is not in the repository ${checkout.folder}`, `${make}fetch it (git fetch --tags) first`);
}
/** Other names of the event's own ref: on pull_request_target it is not GITHUB_REF, and a pull request has a branch. */
function isOfEvent(ref, { GITHUB_REF, GITHUB_HEAD_REF = '' }) {
    return ref === GITHUB_REF || (GITHUB_HEAD_REF !== '' && ref === `refs/heads/${GITHUB_HEAD_REF}`);
}
/** A checkout knows tags. What it knows of a branch that it has not checked out may be of an earlier day: GitHub is asked before. */
async function findCommit(ref, head, { host, api }) {
    const inGit = await (0,facts/* readRefCommit */.bk)(ref, host);
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
    const isBehind = (await (0,facts/* isAncestorInGit */.JA)(head, tip.sha, host)) ?? (api && (await (0,github/* isAncestorOnGitHub */.i7)(head, tip.sha, api)));
    return isBehind === true ? { sha: head, commitTime: await (0,facts/* readCommitTime */.dU)(head, host) } : tip;
}

;// CONCATENATED MODULE: ./.build/facts/read-context.js











/**
 * Reads all that is known about the run: event, environment, git and the GitHub API, each only where it is needed.
 * On the command line a dry run uses no network. The inputs are checked later, and all their mistakes reported at once.
 */
async function readContext(host, early) {
    const { environment, signal } = host;
    const { prHeadSha, ref, refSource } = early;
    const event = {
        environment,
        payload: host.local?.simulated?.payload ?? (await readEvent(environment.GITHUB_EVENT_PATH, signal)),
        git: await readGitWhereWanted(host, refSource, ref),
        prHeadSha,
        now: new Date().toISOString(),
    };
    const own = (0,make_context/* makeContext */.og)(event);
    const api = findApi(host, early, own);
    const folder = (0,build_context/* checkoutFolder */.Dv)(early.context, early.bake.inputs !== undefined);
    const isSimulated = host.local !== undefined && early.dryRun;
    const given = ref === '' ? {} : await readGivenRef(ref, own, { host, api, refSource, folder, isSimulated });
    const expected = ref === '' ? (environment.GITHUB_SHA ?? '') : (0,make_context/* makeContext */.og)({ ...event, ...given }).sha;
    const buildsOtherCommit = await isOtherCommit({ host, early, folder, expected });
    const complete = (more) => (0,make_context/* makeContext */.og)({ ...event, ...given, buildsOtherCommit, ...more });
    const context = complete({});
    const commitTime = (0,make_context/* lacksCommitTime */.$R)(context) ? await (0,facts/* readCommitTime */.dU)(context.sha, host) : undefined;
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
/** Where GitHub is asked: always on a runner; on the command line with a token, unless it is a dry run. */
function findApi(host, { githubToken: token, dryRun }, { repository }) {
    const onRunner = host.environment.GITHUB_ACTIONS === 'true' && host.local?.simulated === undefined;
    const mayAsk = onRunner || (token !== '' && !dryRun);
    if (!mayAsk || !repository.fullName.includes('/'))
        return undefined;
    return (0,github/* githubApi */.Mc)(host, { token, repository: repository.fullName });
}
/**
 * The command line has no event: the facts come from git.
 * @throws {ProblemError} where it has to and cannot.
 */
async function readGitWhereWanted(host, refSource, ref) {
    const read = (where, mayBeBehind) => (0,facts/* readCheckedOut */.sk)({ where, mayBeBehind }, host);
    if (refSource === 'git')
        return refuseNameless(await read('ref-source', true), host, ref);
    const locally = !host.environment.GITHUB_EVENT_NAME;
    if (!locally)
        return undefined;
    if (ref !== '')
        return read('checkout', false).catch(() => undefined);
    const git = refuseNameless(await read('checkout', false), host, ref);
    tellOtherTags(git, host);
    return git;
}
/** A person can say what a detached commit is. On a CI system it may be built without a name. @throws {ProblemError} */
function refuseNameless(git, { environment }, ref) {
    if (git.ref !== '' || ref !== '' || environment.CI)
        return git;
    const wrong = `HEAD is detached at ${git.sha.slice(0, 7)}, and no branch or tag is there`;
    throw new problem/* ProblemError */.Mm({ where: 'checkout', wrong, accepted: 'check one out, or name it (--ref heads/main)' });
}
/** A tag at the commit that is not what will be published. */
function tellOtherTags({ ref, tags }, { log }) {
    const other = tags.find((tag) => tag !== ref);
    if (other === undefined)
        return;
    const short = (name) => name.replace(/^refs\/(?:tags|heads)\//, '');
    log.notice((0,text_escape/* plain */.pj)(`The tag ${short(other)} is at this commit too, and ${short(ref)} was taken: --ref ${other.replace('refs/', '')} publishes the tag`));
}
/** GitHub's payloads have at most 25 MB. @see https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const MAX_EVENT_BYTES = 32 * 1_048_576;
/** @throws {ProblemError} where there is a file that cannot be read: what it says decides what may be published. */
async function readEvent(file, signal) {
    if (!file)
        return {};
    const content = await (0,regular_file/* readRegularFile */.X)(file, { signal, maxBytes: MAX_EVENT_BYTES });
    const isAbsent = 'failure' in content && content.failure === 'is not there'; // CI systems that act like GitHub write none
    const event = 'text' in content ? (0,parse_json/* parseJson */.q)(content.text) : undefined;
    if (isAbsent)
        return {};
    if (event !== undefined)
        return (0,json/* asObject */.eB)(event);
    const wrong = 'failure' in content ? content.failure : 'holds no JSON';
    throw new problem/* ProblemError */.Mm({ where: 'GITHUB_EVENT_PATH', given: file, wrong, accepted: 'name the file with the event as GitHub writes it' });
}

;// CONCATENATED MODULE: ./.build/facts/read-dockerfile.js



/** The names that BuildKit tries, in this order. */
const NAMES = ['Dockerfile', 'dockerfile'];
/** What is known of it, and what a plan on the command line says of a build that would fail. A dry run may be about names alone, and needs none. */
async function readDockerfile({ local, signal }, early, place) {
    if (local?.simulated !== undefined)
        return { dockerfile: undefined, warnings: [] };
    const dockerfile = await findDockerfile(early, { ...place, signal });
    if (!early.dryRun || dockerfile === undefined || dockerfile.text !== undefined)
        return { dockerfile, warnings: [] };
    const warning = `There is no ${dockerfile.path}: a build of this plan would fail`;
    return { dockerfile: undefined, warnings: local === undefined ? [] : [warning] };
}
/** Reads the Dockerfile that would be built, where it is a file here. One that `file` names and that is not there is another parser's to report. */
async function findDockerfile({ context, file, bake, source }, place) {
    const isElsewhere = (0,build_context/* isRemoteContext */.uN)(context) || (0,build_context/* isRemoteContext */.uN)(file) || (context === '' && !place.hasCheckout);
    if (isElsewhere || bake.inputs !== undefined || source !== undefined)
        return undefined;
    const folder = context === '' ? '.' : context;
    if (look(folder) !== 'folder')
        return undefined;
    const candidates = file === '' ? NAMES.map((name) => external_node_path_.join(folder, name)) : [file];
    const found = candidates.find((candidate) => look(candidate) === 'file');
    if (found === undefined)
        return file === '' ? { path: candidates[0] ?? '', text: undefined } : undefined;
    const [read] = await readNamedFiles([found], place);
    return read !== undefined && 'text' in read.content ? { path: found, text: read.content.text } : undefined;
}

;// CONCATENATED MODULE: ./.build/facts/read-request.js

























/**
 * The one place that reads the world: inputs, event, git, the GitHub API and the docker configuration.
 * @throws {ProblemError} with every mistake of every input at once.
 */
async function readIntent(host, { early, naming, ...request }) {
    const { platforms } = early;
    const parseYaml = await loadLoginYaml(request.isGiven('registry-auth'));
    maskGiven(host, parseYaml);
    const reading = (0,problem/* orProblem */.bC)(withChangedFiles(describeWhereAsked(host, readContext(host, early), naming), readChangedFiles(host, early)));
    const [context, libraries, hasCheckout, { bake, stack, argsFiles, boundary }, sourceFailure] = await Promise.all([
        reading,
        (0,load_libraries/* loadLibraries */.k)(naming),
        isCheckout(host),
        readInputFiles(host, early, reading),
        host.local?.simulated === undefined ? findSourceFailure(early.source) : undefined, // an earlier step makes it
    ]);
    const known = (0,problem/* ifRead */.Q)(context);
    const foreign = known === undefined ? undefined : (0,foreign_head/* foreignHead */.lO)(known);
    const { dockerfile, warnings } = await readDockerfile(host, early, { hasCheckout, boundary });
    const isElsewhere = host.local?.simulated !== undefined || (early.dryRun && !hasCheckout); // where the build runs, files may be there
    const machine = isElsewhere ? undefined : { environment: host.environment, hasCheckout, look: look };
    const secretsWithheld = known === undefined || (0,push_decision/* lacksSecrets */.Sj)(known);
    const images = request.parseImages(bake?.known ?? []);
    const read = (0,problem/* collect */.Fo)({
        early: () => (0,problem/* refuse */.TR)(request.problems),
        context: () => (0,problem/* reveal */._c)(context),
        stack: () => (0,problem/* reveal */._c)(stack),
        idle: () => (0,bake_inputs/* refuseIdle */.n6)(early.bake, request.isGiven),
        inputs: () => request.parse({ parseYaml, argsFiles, sourceFailure, secretsWithheld, machine, dockerfile, bake, images }),
        named: () => {
            const name = (0,name_targets/* parseNamings */.v)({ ...naming, images, platforms, environment: host.environment }, libraries, bake);
            if (known === undefined)
                return { namings: [], services: undefined };
            const namings = name(known);
            return { namings, services: placeServices((0,problem/* ifRead */.Q)(stack), namings) };
        },
    });
    const logins = await readLogins(host, read.inputs);
    const secrets = await learnSecrets(host, { ...read, logins });
    const mustPublish = host.local !== undefined && host.local.simulated === undefined && !early.dryRun && !request.isSaid('push');
    (0,problem/* refuse */.TR)((0,template_environment/* findSecretVariables */.J)(naming, host.environment, read.inputs));
    const { SOURCE_DATE_EPOCH: givenEpoch, BUILDX_NO_DEFAULT_ATTESTATIONS: noDefaultAttestations } = host.environment;
    const { inputs, withheld } = foreign === undefined ? { inputs: read.inputs, withheld: [] } : withhold(read.inputs, foreign);
    const plan = makePlan({
        ...read,
        ...read.named,
        inputs,
        foreign,
        withheld,
        isClosed: (0,push_decision/* isClosedPull */.i7)(read.context, early.ref),
        isLocal: registry_host/* isLoopback */.U,
        hasCheckout,
        loginAt: logins.stateAt,
        dockerConfigProblem: logins.config.problem,
        secretsWithheld,
        mustPublish,
        warnings,
        changes: findChangesRule(host, early.dryRun),
        hash: sha256,
        givenEpoch,
        secrets: secrets.given,
        noDefaultAttestations,
    });
    if (boundary !== undefined)
        await (0,foreign_files/* refuseWayOut */.Oy)(plan.build, boundary);
    return { inputs, context: read.context, plan, shown: secrets.hide(plan), logins, stack: read.stack, vars: early.bake.vars };
}
function placeServices(stack, namings) {
    if (stack === undefined)
        return undefined;
    return placeImages(stack, namings.map(({ target, naming }) => ({ target, repositories: repositoriesOf(naming) })));
}
/** Empty inputs may have a value in the environment, under metadata-action's names. */
function withEnvironment({ inputs, environment }) {
    const fallback = Object.entries((0,naming_inputs/* inputsFromEnvironment */.n1)(environment)).filter(([name, value]) => value !== '' && !inputs[name]);
    return { ...inputs, ...Object.fromEntries(fallback) };
}
/** A simulated run says by its steps whether it has files to build from. */
async function isCheckout({ local }) {
    return local?.simulated?.hasCheckout ?? (await (0,promises_.readdir)(process.cwd()).catch(() => [])).length > 0;
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ 8173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ NO_GIT),
/* harmony export */   GD: () => (/* binding */ noRepository),
/* harmony export */   Hj: () => (/* binding */ openCheckout),
/* harmony export */   p2: () => (/* binding */ NOT_FOUND)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _run_git_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9481);



/** Finds the checkout that holds the folder. */
async function openCheckout(folder, options) {
    const place = await findPlace(folder);
    if (place === undefined)
        return noRepository(node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(folder));
    const { environment } = options;
    if (!environment.CI && !(await isOwn(place, environment))) {
        const refusal = await askOwnership(place, options);
        if (refusal !== undefined)
            return refusal;
    }
    return makeCheckout(place, options);
}
function makeCheckout({ folder, gitFolder }, options) {
    const run = async (...args) => (await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .E)({ args, gitFolder, workTree: folder }, options)) ?? ABSENT;
    const ask = async (...args) => {
        const { code, stdout } = await run(...args);
        return code === 0 ? stdout.trim() : undefined;
    };
    return { kind: 'open', folder, gitFolder, ask, run, options };
}
/** As a shell has it. */
const NOT_FOUND = 127;
const ABSENT = { code: NOT_FOUND, signal: undefined, stdout: '', stderr: 'git: not found' };
const NO_GIT = {
    kind: 'no git',
    wrong: 'git is not on the PATH',
    accepted: 'install git (git-scm.com/downloads)',
};
function noRepository(folder, reason) {
    return {
        kind: 'no repository',
        wrong: `${folder} is not in a git repository${reason === undefined ? '' : ` (${reason})`}`,
        accepted: 'run in a git checkout, or name what is released: ref (--ref tags/v1.2.3)',
    };
}
/**
 * Looks for `.git` from the folder upwards, as git does, but for one thing: a folder that is itself a bare repository is passed by. Any download can bring
 * one along, and a commit can hold one as a folder of files.
 */
async function findPlace(start) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(start).catch(() => undefined);
    if (folder === undefined)
        return undefined;
    const gitFolder = node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, '.git');
    if (await isRepository(gitFolder))
        return { folder, gitFolder };
    const parent = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(folder);
    return parent === folder ? undefined : findPlace(parent);
}
async function isRepository(gitFolder) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(gitFolder).catch(() => undefined);
    if (found === undefined)
        return false;
    return found.isFile() || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(gitFolder, 'HEAD')).catch(() => undefined)) !== undefined;
}
/** As git sees it: under sudo the user who called it owns what is there too. */
async function isOwn({ folder, gitFolder }, { SUDO_UID }) {
    const user = process.getuid?.();
    if (user === undefined)
        return true;
    const owners = await Promise.all([folder, gitFolder].map(async (each) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(each)).uid));
    return owners.every((owner) => owner === user || (user === 0 && SUDO_UID !== undefined && owner === Number(SUDO_UID)));
}
/** Git itself says whether the machine's settings allow the folder (`safe.directory`). Git before 2.35.2 does not ask. */
async function askOwnership({ folder, gitFolder }, options) {
    const args = ['-C', folder, 'rev-parse', '--show-toplevel'];
    const result = await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_2__/* .runGit */ .E)({ args, gitFolder: undefined, withMachineSettings: true }, options);
    if (result === undefined)
        return NO_GIT;
    const line = /^fatal: (.*dubious ownership.*)$/m.exec(result.stderr)?.[1];
    if (line === undefined)
        return undefined;
    return {
        kind: 'foreign owner',
        wrong: `git says: ${line}`,
        accepted: `run git config --global --add safe.directory ${folder}, or become the owner of ${gitFolder}`,
    };
}


/***/ }),

/***/ 6518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ completeRef)
/* harmony export */ });
/* harmony import */ var _plan_text_expand_ref_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3704);
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(86);



/**
 * The ref that a bare name (`v1.0.1`) stands for, where the checkout has one tag or branch of that name. Every other text is given back as it is: what is
 * wrong with it is said where the ref is parsed.
 * @throws {ProblemError} for a name that the checkout has neither as a tag nor as a branch.
 */
async function completeRef(given, options) {
    if (!(0,_plan_text_expand_ref_js__WEBPACK_IMPORTED_MODULE_0__/* .isBareName */ .o)(given))
        return given;
    const name = given.trim();
    const found = await (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .findRefsNamed */ .DR)(name, options);
    if (found?.length === 0) {
        const accepted = `check its spelling, make it (git tag ${name}) or fetch it; for a plan before it is there write tags/${name} or heads/${name}`;
        throw new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where: '--ref', given: name, wrong: 'is neither a tag nor a branch of this checkout', accepted });
    }
    return found?.length === 1 ? (found[0] ?? given) : given;
}


/***/ }),

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ findRefsNamed),
/* harmony export */   JA: () => (/* binding */ isAncestorInGit),
/* harmony export */   Pv: () => (/* binding */ readCommitOf),
/* harmony export */   XT: () => (/* binding */ describeCommit),
/* harmony export */   bk: () => (/* binding */ readRefCommit),
/* harmony export */   dU: () => (/* binding */ readCommitTime),
/* harmony export */   sk: () => (/* binding */ readCheckedOut),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _host_last_line_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4776);
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8173);



/**
 * Reads the checkout around the working folder. On a detached HEAD the ref is the pull request, tag or remote branch that is at the commit; '' where there is none.
 * @throws {ProblemError} where there is no commit, with its cause and cure.
 */
async function readCheckedOut({ where, mayBeBehind }, options) {
    const checkout = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .openCheckout */ .Hj)('.', options);
    if (checkout.kind !== 'open')
        throw asProblem(where, checkout);
    const [head, branch, listed] = await Promise.all([
        readCommitOf(checkout, 'HEAD'),
        checkout.ask('symbolic-ref', '--quiet', 'HEAD'),
        checkout.ask('for-each-ref', '--points-at=HEAD', '--sort=-version:refname', '--format=%(refname)', 'refs/tags', 'refs/remotes'),
    ]);
    if (head === undefined)
        throw asProblem(where, await explainNoCommit(checkout, branch));
    const refs = linesOf(listed);
    const tags = refs.filter((ref) => ref.startsWith('refs/tags/'));
    const remote = refs.flatMap(nameAtRemote);
    const pull = remote.find((ref) => ref.startsWith('refs/pull/'));
    const here = branch ?? pull ?? tags[0] ?? remote[0];
    const ref = here ?? (mayBeBehind ? await findBranchAhead(checkout) : undefined) ?? '';
    return { ...head, ref, tags, isDetached: branch === undefined };
}
/** `refs/remotes/origin/main` is the branch main there; actions/checkout keeps a pull request as `refs/remotes/pull/5/merge`. */
function nameAtRemote(ref) {
    const pull = /^refs\/remotes\/(pull\/\d+\/(?:merge|head))$/.exec(ref)?.[1];
    if (pull !== undefined)
        return [`refs/${pull}`];
    const branch = /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref)?.[1];
    return branch === undefined || branch === 'HEAD' ? [] : [`refs/heads/${branch}`];
}
/** The one branch of the remote that holds the commit; of several the default branch. */
async function findBranchAhead(checkout) {
    const [listed, usual] = await Promise.all([
        checkout.ask('for-each-ref', '--contains=HEAD', '--format=%(refname)', 'refs/remotes'),
        checkout.ask('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'),
    ]);
    const found = [...new Set(linesOf(listed).flatMap(nameAtRemote))];
    const [byDefault] = usual === undefined ? [] : nameAtRemote(usual);
    return found.length === 1 ? found[0] : found.find((ref) => ref === byDefault);
}
async function explainNoCommit(checkout, branch) {
    const { code, stderr } = await checkout.run('rev-parse', '--verify', 'HEAD');
    if (code === _checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_FOUND */ .p2)
        return _checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_GIT */ .D7;
    if (/not a git repository/.test(stderr) || branch === undefined)
        return (0,_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .noRepository */ .GD)(checkout.folder, (0,_host_last_line_js__WEBPACK_IMPORTED_MODULE_2__/* .lastLine */ .f)(stderr));
    const wrong = `${branch.replace(/^refs\/heads\//, 'the branch ')} in ${checkout.folder} has no commit yet`;
    return { kind: 'no repository', wrong, accepted: 'make the first one (git commit), for a release is one of a commit' };
}
function asProblem(where, { wrong, accepted }) {
    return new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, wrong, accepted });
}
/** The commit that a ref (`refs/…`), `HEAD` or a commit's own name stands for. */
async function readCommitOf(checkout, name) {
    if (!isPlainName(name))
        return undefined;
    const listed = await checkout.ask('rev-list', '--no-walk', '--format=%H %cI', `${name}^{commit}`, '--');
    const [sha = '', commitTime] = linesOf(listed)[1]?.split(' ') ?? []; // the first line is `commit <sha>`
    return sha === '' ? undefined : { sha, commitTime };
}
/** Nothing that git would take as more than a name, such as an option, a range or a path. @see https://git-scm.com/docs/git-check-ref-format */
function isPlainName(name) {
    return /^(?:HEAD$|refs\/|[0-9a-f]{40,64}$)/.test(name) && !/\.\.|@\{|[\0- ~^:?*[\\\x7f]/.test(name);
}
/** Runs `read` on the checkout around the folder; undefined where there is none. */
async function inCheckout(folder, options, read) {
    const checkout = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .openCheckout */ .Hj)(folder, options);
    return checkout.kind === 'open' ? read(checkout) : undefined;
}
/** When a commit was made (ISO 8601), if this checkout has it. */
async function readCommitTime(sha, options) {
    return inCheckout('.', options, async (checkout) => (await readCommitOf(checkout, sha))?.commitTime);
}
/** `v1.2.3-4-g1a2b3c4`: how a commit stands to the last tag before it; its short name where this checkout has no tag. */
async function describeCommit(sha, options) {
    if (!isPlainName(sha))
        return undefined;
    return inCheckout('.', options, ({ ask }) => ask('describe', '--tags', '--always', sha));
}
/** The commit that a ref names in this checkout; of a branch or pull request that has no local ref, as the remote had it. */
async function readRefCommit(ref, options) {
    const tracked = ref.replace(/^refs\/heads\//, 'refs/remotes/origin/').replace(/^refs\/pull\//, 'refs/remotes/pull/');
    return inCheckout('.', options, async (checkout) => {
        const local = await readCommitOf(checkout, ref);
        return local === undefined && tracked !== ref ? readCommitOf(checkout, tracked) : local;
    });
}
/** The commit that is checked out in that folder, if any. */
async function readHead(folder, options) {
    return inCheckout(folder, options, async (checkout) => (await readCommitOf(checkout, 'HEAD'))?.sha);
}
/** Whether commit `older` is an ancestor of `newer`; undefined where this checkout does not hold both. */
async function isAncestorInGit(older, newer, options) {
    if (!isPlainName(older) || !isPlainName(newer))
        return undefined;
    return inCheckout('.', options, async (checkout) => {
        const { code } = await checkout.run('merge-base', '--is-ancestor', older, newer);
        return code === 0 ? true : code === 1 ? false : undefined;
    });
}
/** Full names of the tag and the branch of that short name, as far as the checkout has them. */
async function findRefsNamed(name, options) {
    if (!isPlainName(`refs/${name}`))
        return undefined;
    return inCheckout('.', options, async (checkout) => {
        const wanted = [`refs/tags/${name}`, `refs/heads/${name}`, `refs/remotes/origin/${name}`];
        const answer = await checkout.ask('for-each-ref', '--format=%(refname)', ...wanted);
        if (answer === undefined)
            return undefined;
        const full = linesOf(answer)
            .filter((ref) => wanted.includes(ref))
            .map((ref) => ref.replace(/^refs\/remotes\/origin\//, 'refs/heads/'));
        return [...new Set(full)];
    });
}
function linesOf(text) {
    return (text ?? '').split('\n').filter((line) => line !== '');
}


/***/ }),

/***/ 9481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runGit)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _host_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3404);


/**
 * These win over what the checkout says, so that no setting of it names a program that git starts. Filters and the drivers of `.gitattributes` have names of
 * their own and cannot be switched off here: what would start them runs in a scratch repository without them.
 * @see https://git-scm.com/docs/git-config
 */
const SETTINGS = [
    'safe.bareRepository=explicit',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.alternateRefsCommand=true', // an empty text would start the alternate's path
    'core.pager=cat',
    'core.sshCommand=false',
    'core.gitProxy=false',
    'core.askPass=',
    'credential.helper=',
    'log.showSignature=false',
    'gpg.program=false',
    'gpg.openpgp.program=false',
    'gpg.ssh.program=false',
    'gpg.x509.program=false',
    'protocol.allow=never',
    'gc.auto=0',
    'maintenance.auto=false',
    'submodule.recurse=false',
];
/** What git gets of the machine: neither its `GIT_*` nor HOME, whose `.gitconfig` names programs. */
const PASSED = /^(?:PATH|TMPDIR|TEMP|TMP|SYSTEMROOT|SSH_AUTH_SOCK|SSL_CERT_(?:FILE|DIR)|(?:HTTPS?|ALL|NO)_PROXY)$/i;
/** @see https://git-scm.com/docs/git#_environment_variables */
const VARIABLES = {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: 'none', // what a repository lacks is not fetched; git before 2.39.4 has no other switch for it
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_PAGER: 'cat',
};
/**
 * Runs git: the one place that does. Undefined where there is no git on the PATH.
 * No setting of the checkout or the machine, and no variable of the environment, makes it start a program of theirs.
 */
async function runGit(command, { environment, signal }) {
    const { args, gitFolder, workTree, settings = [], variables, withMachineSettings = false, input } = command;
    const env = { ...passedOn(environment), ...VARIABLES, ...variables };
    if (gitFolder !== undefined)
        env.GIT_DIR = gitFolder;
    if (workTree !== undefined)
        env.GIT_WORK_TREE = workTree;
    if (withMachineSettings) {
        for (const name of ['GIT_CONFIG_NOSYSTEM', 'GIT_CONFIG_GLOBAL'])
            delete env[name];
        for (const name of ['HOME', 'XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'SUDO_UID'])
            if (environment[name] !== undefined)
                env[name] = environment[name];
    }
    const allSettings = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]);
    return (0,_host_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({ file: 'git', args: [...allSettings, ...args], env, signal, ...(input === undefined ? {} : { input }) }).catch((error) => {
        if (signal.aborted || !isAbsent(error))
            throw error;
        return undefined;
    });
}
function passedOn(environment) {
    const passed = Object.entries(environment).filter(([name]) => PASSED.test(name));
    return { ...Object.fromEntries(passed), PATH: absoluteFolders(environment.PATH ?? '') };
}
/** A relative folder on the PATH is one of the checkout. */
function absoluteFolders(list) {
    return list
        .split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter)
        .filter((folder) => node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute(folder))
        .join(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);
}
function isAbsent(error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES');
}


/***/ }),

/***/ 8276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ makeScratchRepository),
/* harmony export */   Q: () => (/* binding */ findObjects)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** Undefined where git cannot read the checkout. */
async function findObjects({ ask }) {
    const [folder, format] = await Promise.all([
        ask('rev-parse', '--git-path', 'objects'),
        ask('config', '--get', 'extensions.objectformat'),
    ]);
    return folder === undefined ? undefined : { folder, isSha256: format === 'sha256' };
}
/**
 * Makes a bare repository of this run's own over the objects of a checkout: it has the checkout's commits and files, and none of its settings, hooks, filters and
 * remotes. So git can do in it what would start programs that the checkout names.
 * @param head the commit that its HEAD is at, if any.
 * @see https://git-scm.com/docs/gitrepository-layout
 */
async function makeScratchRepository(folder, objects, head) {
    await Promise.all(['refs', 'objects/info'].map((each) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, each), { recursive: true, mode: 0o700 })));
    const files = {
        HEAD: `${head ?? 'ref: refs/heads/none'}\n`,
        'objects/info/alternates': `${objects.folder}\n`,
        config: objects.isSha256 ? '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n' : '',
    };
    await Promise.all(Object.entries(files).map(([name, text]) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, name), text)));
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
// EXTERNAL MODULE: ./.build/plan/text/escape.js
var text_escape = __nccwpck_require__(1731);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var problem = __nccwpck_require__(1141);
// EXTERNAL MODULE: ./.build/plan/trust/secret-forms.js
var secret_forms = __nccwpck_require__(3855);
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
        environment: (0,child_environment/* childEnvironment */.Qc)(environment),
        cacheToken: (0,child_environment/* cacheEnvironment */.G9)(environment),
        temporaryFolder: environment.RUNNER_TEMP || external_node_os_.tmpdir(),
        signal: (0,cancellation/* abortOnSignals */.PB)(process),
        log: {
            info: core/* info */.pq,
            debug: (line) => core/* debug */.Yz((0,text_escape/* plain */.pj)(line)),
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
            for (const form of (0,secret_forms/* secretForms */.eo)(secret, username))
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
            try {
                for (const [name, value] of Object.entries(state))
                    core/* saveState */.LZ(name, value);
            }
            catch (error) {
                throw unwritableState(error);
            }
        },
    };
}
function unwritableState(error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new problem/* ProblemError */.Mm({
        where: 'GITHUB_STATE',
        wrong: `cannot be written (${reason})`,
        accepted: 'see that the runner’s disk has room',
    });
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

/***/ 5122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ exitStatus),
/* harmony export */   PB: () => (/* binding */ abortOnSignals),
/* harmony export */   k1: () => (/* binding */ uncaughtError),
/* harmony export */   pj: () => (/* binding */ withGrace),
/* harmony export */   wj: () => (/* binding */ withTimeout)
/* harmony export */ });
/* unused harmony export Cancelled */
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8474);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);


const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/**
 * An abort signal that these signals set off, and an error that nothing caught: the run then ends in order, and leaves neither processes nor credentials.
 * The reason names the signal, or is the error. The runner cancels with SIGINT, then SIGTERM after 7.5 s; a terminal that closes sends SIGHUP.
 */
function abortOnSignals(source) {
    const controller = new AbortController();
    for (const name of ENDING)
        source.on(name, () => controller.abort(new Cancelled(`cancelled by ${name}`, name)));
    source.on('uncaughtException', (error) => controller.abort(error));
    return controller.signal;
}
/** The exit status of a command line: 128 and the signal's number where one ended the run. @see https://www.gnu.org/software/bash/manual/html_node/Exit-Status.html */
function exitStatus(code, { reason }) {
    const name = reason instanceof Cancelled ? reason.signal : undefined;
    return code === 0 || name === undefined ? code : 128 + node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[name];
}
/** The error that nothing caught, if there was one. */
function uncaughtError({ aborted, reason }) {
    return aborted && !(reason instanceof Cancelled) ? reason : undefined;
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
    signal;
    constructor(message, signal) {
        super(message);
        this.signal = signal;
    }
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
/* harmony export */   G9: () => (/* binding */ cacheEnvironment),
/* harmony export */   H1: () => (/* binding */ sharedEnvironment),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   Z$: () => (/* binding */ isolatedEnvironment),
/* harmony export */   yM: () => (/* binding */ isShared)
/* harmony export */ });
/* harmony import */ var _plan_text_secret_name_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7682);

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
    return SHARED.has(name) || (SHARED_PREFIX.test(name) && !(0,_plan_text_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .e)(name)); // BUILDX_BAKE_GIT_AUTH_TOKEN
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


/***/ }),

/***/ 8215:
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

/***/ 5349:
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

/***/ 3404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8474);
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1141);



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
        const [code, endedBy] = await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close'); // rejects with the spawn error
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
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { env, detached: true, stdio: 'pipe' });
    }
    catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
        const end = args.findIndex((arg) => arg.startsWith('-'));
        const where = [file, ...args.slice(0, end < 0 ? undefined : end)].slice(0, 3).join(' ');
        if (code === 'ERR_INVALID_ARG_VALUE') {
            const accepted = 'take it out of the inputs, or of the files that they name';
            throw new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where, wrong: 'would get an argument or a variable with a NUL character', accepted });
        }
        if (code !== 'E2BIG')
            throw error;
        const bytes = [...args, ...Object.entries(env).flat()].reduce((sum, text) => sum + Buffer.byteLength(text ?? '') + 1, 0);
        const accepted = 'shorten build-args, labels and annotations, or put long values into a file of the build context';
        throw new _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({
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

/***/ 3892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ DockerError),
/* harmony export */   U: () => (/* binding */ describeTries)
/* harmony export */ });
/** ` (tried 4 times in 52 s)`; nothing where it was run once. */
function describeTries(tries) {
    return tries === undefined ? '' : ` (tried ${tries.times} times in ${tries.seconds} s)`;
}
/** A docker command that did not end well: what was run and how it ended, so that a silent death is reported too (P9). */
class DockerError extends Error {
    name = 'DockerError';
    constructor(what, result, hint) {
        const advice = hint === undefined ? '' : `; ${hint}`;
        super(`${what} ${describeEnd(result)}${lastWords(result.stderr)}${describeTries(result.tries)}${advice}`);
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
    const line = lines.findLast((each) => each !== '' && !/^Run 'docker .*--help'/.test(each)) ?? ''; // docker's advice is not a cause
    return line === '' ? ' and said nothing' : `: ${line.replace(/^ERROR: /, '')}`;
}


/***/ }),

/***/ 5780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ readRegularBytes),
/* harmony export */   X: () => (/* binding */ readRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);


/** Far more than any file needs that people write by hand, and little enough to be kept in memory. */
const MAX_BYTES = 1_048_576;
const PIECE_BYTES = 65_536;
/** So that a pipe without a writer is opened at once, and a terminal does not become ours. */
const WITHOUT_WAITING = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY;
/** Reads a regular file as text, as {@link readRegularBytes} has it. */
async function readRegularFile(file, options) {
    const content = await readRegularBytes(file, options);
    return 'failure' in content ? content : { text: content.bytes.toString('utf8') };
}
/**
 * Reads a regular file. A pipe, a device, a folder, or more bytes than allowed is a failure, and nothing waits for a file longer than
 * for the signal.
 * @throws the signal's reason.
 */
function readRegularBytes(file, { signal, maxBytes = MAX_BYTES }) {
    return untilAborted(signal, async () => {
        const opened = await openRegularFile(file, maxBytes);
        if ('failure' in opened)
            return opened;
        try {
            return await readAtMost(opened, maxBytes);
        }
        finally {
            await opened.close();
        }
    });
}
async function openRegularFile(file, maxBytes) {
    let handle;
    try {
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, WITHOUT_WAITING);
    }
    catch (error) {
        return { failure: describeError(error) };
    }
    const stats = await handle.stat();
    const failure = stats.isFile()
        ? stats.size > maxBytes
            ? tooLarge(maxBytes)
            : undefined
        : `is ${describeKind(stats)}, not a regular file`;
    if (failure === undefined)
        return handle;
    await handle.close();
    return { failure };
}
/** The size that a file says is no promise: it may grow, and those of /proc say 0. */
async function readAtMost(handle, maxBytes) {
    const chunks = [];
    let length = 0;
    for (let read = -1; read !== 0 && length <= maxBytes; length += read) {
        const chunk = Buffer.allocUnsafe(Math.min(PIECE_BYTES, maxBytes + 1 - length));
        read = (await handle.read(chunk, 0, chunk.length)).bytesRead;
        chunks.push(chunk.subarray(0, read));
    }
    return length > maxBytes ? { failure: tooLarge(maxBytes) } : { bytes: Buffer.concat(chunks, length) };
}
/** A read that hangs (a network file system) is left behind. */
async function untilAborted(signal, work) {
    if (signal === undefined)
        return work();
    signal.throwIfAborted();
    let stop;
    const aborted = new Promise((_, reject) => {
        stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work(), aborted]);
    }
    finally {
        if (stop !== undefined)
            signal.removeEventListener('abort', stop);
    }
}
function describeKind(stats) {
    if (stats.isDirectory())
        return 'a folder';
    if (stats.isFIFO())
        return 'a pipe';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}
function tooLarge(maxBytes) {
    return `is larger than ${maxBytes} bytes`;
}
/** ENXIO is what a socket, or a device that is not there, answers. */
function describeError(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT')
        return 'is not there';
    return code === 'ENXIO' ? 'is a socket or a device, not a regular file' : `cannot be read (${code})`;
}


/***/ }),

/***/ 6344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ makeScratchFolder),
/* harmony export */   j: () => (/* binding */ removeAbandoned)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5906);
/* harmony import */ var _plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4916);





const PREFIX = 'tagboat-';
/** Says which process a scratch folder belongs to. */
const OWNER = 'owner.json';
/** After this long a folder counts as abandoned where its process cannot be looked for: it ran before a restart, or in another container. */
const ABANDONED_MS = 48 * 60 * 60 * 1000;
/** Makes a scratch folder that only we can read, and says in it whose it is. */
async function makeScratchFolder(parent) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(parent, { recursive: true });
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(parent, PREFIX));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, OWNER), JSON.stringify(await describeProcess('self')), { mode: 0o600 });
    return folder;
}
/**
 * Removes the scratch folders of processes that were killed: they hold logins. Only real folders of this very user are looked at, and only those whose process
 * has ended: a temporary folder is shared with others. What cannot be removed stays.
 */
async function removeAbandoned(parent, now) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent).catch(() => [])).filter((name) => name.startsWith(PREFIX));
    await Promise.all(names.map(async (name) => {
        const folder = node_path__WEBPACK_IMPORTED_MODULE_2__.join(parent, name);
        if (await isAbandoned(folder, now).catch(() => false))
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
    }));
}
async function isAbandoned(folder, now) {
    const { uid, mtimeMs, isFolder } = await lookAt(folder);
    if (!isFolder || uid !== process.getuid?.())
        return false;
    const owner = await readOwner(node_path__WEBPACK_IMPORTED_MODULE_2__.join(folder, OWNER));
    const pid = (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asText */ .e1)(owner.pid) ?? '';
    if (!/^[1-9]\d{0,9}$/.test(pid))
        return false;
    const self = await describeProcess('self');
    if (owner.boot !== self.boot || owner.namespace !== self.namespace)
        return now - mtimeMs > ABANDONED_MS;
    if (!isRunning(Number(pid)))
        return true;
    const { started } = await describeProcess(pid);
    return started !== '' && started !== owner.started; // another process has the number by now
}
/** Whether there is such a process of this user. */
function isRunning(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch {
        return false;
    }
}
async function lookAt(folder) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder); // never through a link
    return { uid: found.uid, mtimeMs: found.mtimeMs, isFolder: found.isDirectory() };
}
async function readOwner(file) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        return (0,_plan_text_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)((0,_plan_text_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .q)((await handle.readFile('utf8')).slice(0, 1000)));
    }
    finally {
        await handle.close();
    }
}
/** What identifies a process, also against a later one with the same number. Empty texts where the system does not say it. @see proc(5) */
async function describeProcess(which) {
    const text = (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8').catch(() => '');
    const [stat, boot, namespace] = await Promise.all([
        text(`/proc/${which}/stat`),
        text('/proc/sys/kernel/random/boot_id'),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/pid').catch(() => ''),
    ]);
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''; // the name in parentheses may hold blanks
    return { pid: String(process.pid), started, boot: boot.trim(), namespace };
}


/***/ }),

/***/ 9689:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _app_run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2881);
/* harmony import */ var _cli_cli_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5868);
/* harmony import */ var _host_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8326);
/* harmony import */ var _host_closed_output_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8215);




(0,_host_closed_output_js__WEBPACK_IMPORTED_MODULE_3__/* .outliveClosedOutput */ .A)(process);
// One bundle is both: the runner starts it without arguments, people start it with some.
const args = process.argv.slice(2);
const onRunner = args.length === 0 && process.env.GITHUB_ACTIONS === 'true';
process.exitCode = onRunner ? await (0,_app_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)((0,_host_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsHost */ .q)(process.env)) : await (0,_cli_cli_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommandLine */ .r)(args, process.env);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ warnOfChanged),
/* harmony export */   Hq: () => (/* binding */ isChanged),
/* harmony export */   dT: () => (/* binding */ refuseChanged),
/* harmony export */   jm: () => (/* binding */ DIRTY)
/* harmony export */ });
/** What a revision ends with whose files are not those of the commit, as `git describe --dirty` has it. */
const DIRTY = '-dirty';
/** Whether the checkout that is built differs from its commit. */
function isChanged({ changedFiles = [] }) {
    return changedFiles.length > 0;
}
/** A version is never made of files that its commit does not have (P12), but where that is said. */
function refuseChanged({ context, tags, push, rule }) {
    if (!isChanged(context) || !push || rule !== 'refuse' || !hasVersion(tags))
        return [];
    const accepted = `commit the changes, or say --dirty to publish it all the same, as ${nameOf(context)}, which no later run reuses`;
    return [{ where: 'checkout', wrong: `differs from ${context.sha.slice(0, 12)} in ${listFiles(context)}`, accepted }];
}
/** What is to be known where it is published all the same. */
function warnOfChanged({ context, tags, push, rule }) {
    if (!isChanged(context) || !push)
        return [];
    const what = `The checkout differs from its commit in ${listFiles(context)}`;
    if (rule === 'announce' && hasVersion(tags))
        return [`${what}: tagboat run refuses to publish a version of it without --dirty`];
    return [`${what}: the image says revision ${nameOf(context)}, and no later run reuses it`];
}
function hasVersion(tags) {
    return tags.some(({ lifetime }) => lifetime === 'fixed');
}
function nameOf({ sha }) {
    return `${sha.slice(0, 12)}${DIRTY}`;
}
const SHOWN = 5;
function listFiles({ changedFiles = [] }) {
    const more = changedFiles.length - SHOWN;
    const shown = changedFiles.slice(0, SHOWN).join(', ');
    return more > 0 ? `${shown} and ${more} more ${more === 1 ? 'file' : 'files'}` : shown;
}


/***/ }),

/***/ 112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ buildsCheckout),
/* harmony export */   x: () => (/* binding */ otherCheckout)
/* harmony export */ });
/* harmony import */ var _inputs_build_context_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3566);

/** Whether what is built may be of the working folder. */
function buildsCheckout({ source, bake, context }) {
    return source === undefined && (bake !== undefined || !(0,_inputs_build_context_js__WEBPACK_IMPORTED_MODULE_0__/* .isRemoteContext */ .uN)(context));
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
            accepted: `check it out (${howToCheckOut(ref)}actions/checkout with this ref), or build from GitHub (context: "{{defaultContext}}")`,
        },
    ];
}
/** Git has a short name for tags and branches; a pull request would have to be fetched first. */
function howToCheckOut(ref) {
    const [, name] = /^refs\/(?:tags|heads)\/(.+)$/.exec(ref) ?? [];
    return name === undefined ? '' : `git checkout ${name}, or `;
}


/***/ }),

/***/ 6577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ hashFields),
/* harmony export */   W: () => (/* binding */ differingFields)
/* harmony export */ });
/* harmony import */ var _text_parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4916);

/** What users call the parts of a definition. */
const NAMES = {
    buildArgs: 'build-args',
    buildContexts: 'build-contexts',
    secretIds: 'secrets',
    extraArgs: 'extra-args',
    targets: 'bake-files',
    packing: 'exports',
};
/** Hex digits a field; see FIELDS_LABEL. */
const DIGITS = 3;
/**
 * The fields of a definition, hashed each for itself: `platforms:1f3 build-args:9c0`. What is empty is left out.
 * @param definition canonical JSON.
 * @param key both sides of a comparison have it: the commit.
 */
function hashFields(definition, key, hash) {
    const fields = Object.entries((0,_text_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .l)(definition)).filter(([, value]) => !isEmpty(value));
    const digits = (name, value) => hash(`${key} ${name} ${JSON.stringify(value)}`).slice(0, DIGITS);
    return fields.map(([name, value]) => `${NAMES[name] ?? name}:${digits(name, value)}`).join(' ');
}
function isEmpty(value) {
    if (typeof value === 'object' && value !== null)
        return Object.keys(value).length === 0;
    return value === undefined || value === null || value === false || value === '';
}
/** The fields in which two definitions of one commit differ, in their order; none where one of them does not say its fields. */
function differingFields(ours, held) {
    if (ours === undefined || held === undefined)
        return [];
    const [mine, theirs] = [parseFields(ours), parseFields(held)];
    return [...new Set([...mine.keys(), ...theirs.keys()])].filter((name) => mine.get(name) !== theirs.get(name));
}
/** What is no field, in an image of somebody else's making, is left out: the names are shown. */
function parseFields(text) {
    const fields = [...text.slice(0, 1000).matchAll(/(?:^| )([a-z-]{1,40}):([0-9a-f]{3})(?= |$)/g)];
    return new Map(fields.map(([, name = '', digits = '']) => [name, digits]));
}


/***/ }),

/***/ 5327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (/* binding */ makeImageMetadata),
  P: () => (/* binding */ recordFromMetadata)
});

// EXTERNAL MODULE: ./.build/plan/changed-files.js
var changed_files = __nccwpck_require__(5022);
// EXTERNAL MODULE: ./.build/plan/definition-fields.js
var definition_fields = __nccwpck_require__(6577);
// EXTERNAL MODULE: ./.build/plan/text/bake-definition.js
var bake_definition = __nccwpck_require__(1203);
// EXTERNAL MODULE: ./.build/plan/text/json.js
var json = __nccwpck_require__(5906);
// EXTERNAL MODULE: ./.build/plan/text/platform.js + 1 modules
var platform = __nccwpck_require__(1806);
;// CONCATENATED MODULE: ./.build/plan/describe-target.js



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

// EXTERNAL MODULE: ./.build/plan/origin-labels.js
var origin_labels = __nccwpck_require__(8558);
;// CONCATENATED MODULE: ./.build/plan/image-metadata.js





/**
 * Adds the record to the naming's labels and annotations; a label of the user's wins. What is built of changed files has no definition by which a later run would
 * take it for a build of the commit (P12).
 */
function makeImageMetadata({ target, naming, platforms, build, context, hash }) {
    const described = describe(target, build, naming.stableLabels ?? naming.labels);
    const definition = { [origin_labels/* DEFINITION_LABEL */.Hn]: hash(described).slice(0, 16), [origin_labels/* FIELDS_LABEL */.n5]: (0,definition_fields/* hashFields */.M)(described, context.sha ?? '', hash) };
    const own = Object.entries({ [origin_labels/* REF_LABEL */.Hk]: context.ref, ...((0,changed_files/* isChanged */.Hq)(context) ? {} : definition) }).filter(([, value]) => value !== '');
    return {
        labels: sortKeys({ ...Object.fromEntries(own), ...naming.labels }),
        annotations: [...naming.annotations, ...runAnnotations(platforms, context)],
    };
}
/** What the image will say of itself when somebody reads it back. */
function recordFromMetadata({ labels, annotations }) {
    return (0,origin_labels/* recordFromLabels */.Dk)({ ...Object.fromEntries(annotations.map(({ key, value }) => [key, value])), ...labels });
}
/**
 * The run's number is an annotation and no label: the image itself stays the same from run to run. It stands on what a tag points
 * at: the index of several platforms, else the manifest.
 */
function runAnnotations(platforms, { run }) {
    if (run.number === '')
        return [];
    return [{ level: platforms.length > 1 ? 'index' : 'manifest', platform: undefined, key: origin_labels/* RUN_LABEL */.jQ, value: run.number }];
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

/***/ 601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ isTrue),
/* harmony export */   Xy: () => (/* binding */ attestedTwice),
/* harmony export */   cF: () => (/* binding */ askedAttestations),
/* harmony export */   cq: () => (/* binding */ parseAttests),
/* harmony export */   sI: () => (/* binding */ parseAttestation)
/* harmony export */ });
/* harmony import */ var _text_attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2070);
/* harmony import */ var _text_csv_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9798);
/* harmony import */ var _text_lists_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6279);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1141);




/** As buildx reads them. @see https://pkg.go.dev/strconv#ParseBool */
const BOOLEAN = /^(?:(1|t|T|TRUE|true|True)|0|f|F|FALSE|false|False)$/;
/** Whether Go's ParseBool takes it for true. */
function isTrue(text) {
    return BOOLEAN.exec(text?.trim() ?? '')?.[1] !== undefined;
}
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
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .collectAll */ ._U)((0,_text_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .parseQuotedLines */ .ZV)(text, 'attests'), (given) => {
        const accepted = 'write type=provenance or type=sbom with its attributes, such as type=sbom,generator=image';
        const type = checkAttributes(given, 'attests', accepted).get('type');
        if (type === undefined)
            throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm({ where: 'attests', given, wrong: 'has no type', accepted });
        if (!TYPES.includes(type))
            throw (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where: 'attests', given, wrong: 'has no type that is known', name: type }, TYPES);
        return given;
    });
}
function checkAttributes(given, where, accepted) {
    const attributes = new Map();
    for (const field of (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .splitFields */ .Kp)(given, where)) {
        const { key, value } = (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePair */ .Ar)(field);
        if (key === undefined || key === '')
            throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .ProblemError */ .Mm({ where, given: field, wrong: 'is not key=value', accepted });
        attributes.set(key, value);
    }
    const mode = attributes.get('mode');
    if (mode === undefined || MODES.includes(mode))
        return attributes;
    throw (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given, wrong: 'has no mode that is known', name: mode }, MODES);
}
/**
 * What buildx is asked for. Every provenance names the run as its builder, unless the user names another; the usual one is taken where nothing
 * else says it.
 */
function askedAttestations({ provenance, usualProvenance, sbom, attests, builderId }) {
    const isSaid = provenance !== '' || attests.some((text) => typeOf(text) === 'provenance');
    return {
        attests: attests.map((text) => (typeOf(text) === 'provenance' ? nameBuilder(text, builderId) : text)),
        provenance: nameBuilder(isSaid ? provenance : usualProvenance, builderId),
        sbom,
    };
}
/** @param text `true`, `false`, '' or attributes. */
function nameBuilder(text, builderId) {
    if (builderId === '' || text === '' || text === 'false')
        return text;
    if (text === 'true')
        return `builder-id=${builderId}`;
    const attributes = parseAttributes(text);
    const isOff = isTrue(attributes.get('disabled'));
    return isOff || attributes.has('builder-id') ? text : `${text},${(0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteField */ .nL)(`builder-id=${builderId}`)}`;
}
function typeOf(text) {
    return parseAttributes(text).get('type');
}
/** They have been checked. */
function parseAttributes(text) {
    return new Map((0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .splitFields */ .Kp)(text, 'attests').map((field) => [(0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePair */ .Ar)(field).key ?? '', (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePair */ .Ar)(field).value]));
}
/** @returns a problem for each that two inputs ask for: buildx would take one of them. */
function attestedTwice({ provenance, sbom, attests, }) {
    const given = { provenance, sbom };
    return ['provenance', 'sbom']
        .filter((name) => given[name] !== '' && attests.some((text) => typeOf(text) === name))
        .map((where) => ({ where, wrong: `is given here and by attests (type=${where})`, accepted: 'leave one of the two out' }));
}


/***/ }),

/***/ 1613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E5: () => (/* binding */ parseBakeInputs),
/* harmony export */   OD: () => (/* binding */ findNamedAttributes),
/* harmony export */   n6: () => (/* binding */ refuseIdle)
/* harmony export */ });
/* harmony import */ var _naming_meta_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8828);
/* harmony import */ var _text_lists_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6279);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1141);
/* harmony import */ var _set_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1212);
/* harmony import */ var _table_build_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7495);





/**
 * Parses `bake-files` and what goes with it.
 * @param hasServices whether there are compose files, which `vars` is for too.
 */
function parseBakeInputs(text, hasServices = false) {
    const [files, targets, set, vars] = [(0,_text_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .parseItems */ .mo)(text('bake-files')), (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .parseItems */ .mo)(text('targets')), (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLines */ .Li)(text('set')), text('vars')];
    if (files.length === 0)
        return parseWithoutFiles({ targets, set, vars }, hasServices);
    const rest = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)(() => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collect */ .Fo)({
        set: () => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)(set, checkOverride),
        vars: () => parseVars(vars),
    }));
    if (rest instanceof _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm)
        return { inputs: { files, targets, set: [], vars: {} }, vars: {}, problem: rest };
    return { inputs: { files, targets, ...rest }, vars: rest.vars, problem: undefined };
}
/** Compose files have variables too. */
function parseWithoutFiles({ targets, set, vars }, hasServices) {
    const alone = Object.entries({ targets, set, vars: hasServices ? [] : (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLines */ .Li)(vars) }).filter(([, given]) => given.length > 0);
    const read = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)(() => parseVars(vars));
    const problems = [...alone.map(([name]) => sayNothing(name)), ...(read instanceof _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm && hasServices ? read.problems : [])];
    const problem = problems.length === 0 ? undefined : new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm(problems);
    return { inputs: undefined, vars: read instanceof _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm ? {} : read, problem };
}
/** Reads `NAME=value` lines, and those of a bare `NAME`. @throws {ProblemError} */
function parseVars(text) {
    return Object.fromEntries((0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)((0,_text_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLines */ .Li)(text), (line) => (/^[A-Za-z_]\w*$/.test(line) ? [line, undefined] : (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_1__/* .splitPair */ .T6)(line, 'vars'))));
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
function refuseIdle({ inputs }, isGiven) {
    if (inputs === undefined)
        return;
    const building = _table_build_js__WEBPACK_IMPORTED_MODULE_3__/* .BUILD_INPUTS */ .$.filter(({ name }) => !FOR_ALL.includes(name));
    const given = (0,_set_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .givenNames */ .S)(building, isGiven);
    if (given.length > 0)
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm(given.map(describeIdle));
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
        return checkNamed(given);
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({
        where: 'set',
        given,
        wrong: 'is not an override',
        accepted: 'write target.key=value, such as *.platform=linux/amd64',
    });
}
/** Attributes whose texts may name what the image is called; others decide what it is called, or are read before. */
const NAMED_ATTRIBUTES = ['args', 'labels', 'annotations'];
/** The attributes in which overrides name the naming. */
function findNamedAttributes(set) {
    return [...new Set(set.filter(_naming_meta_js__WEBPACK_IMPORTED_MODULE_0__/* .usesMeta */ .M7).map(attributeOf))];
}
function checkNamed(given) {
    const attribute = attributeOf(given);
    if (!(0,_naming_meta_js__WEBPACK_IMPORTED_MODULE_0__/* .usesMeta */ .M7)(given) || NAMED_ATTRIBUTES.includes(attribute))
        return (0,_naming_meta_js__WEBPACK_IMPORTED_MODULE_0__/* .checkMeta */ .M8)(given, 'set');
    const accepted = `{{meta.…}} works in ${NAMED_ATTRIBUTES.join(', ')}: write target.args.NAME={{meta.version}}`;
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where: 'set', given, wrong: `names what the image is called in ${attribute}`, accepted });
}
function attributeOf(override) {
    return /^[^=]*?\.([a-z][a-z-]*)(?:\.[^=]+)?\+?=/.exec(override)?.[1] ?? '';
}


/***/ }),

/***/ 3561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ noticesOfArgs),
  N: () => (/* binding */ parseBuildArgs)
});

// EXTERNAL MODULE: ./.build/plan/naming/meta.js
var meta = __nccwpck_require__(8828);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var problem = __nccwpck_require__(1141);
;// CONCATENATED MODULE: ./.build/plan/text/env-file.js

/**
 * Reads env files as docker's `--env-file` does: `KEY=value` lines, blank lines and lines that begin with `#` skipped, and everything
 * after the first `=` taken as it stands, with its quotes, blanks and dollar signs. Of a repeated key the last one counts, also over files.
 * @throws {ProblemError} for every file that could not be read, and every line that is no such pair.
 * @see https://docs.docker.com/reference/cli/docker/container/run/#env
 */
function parseEnvFiles(files, where) {
    const pairs = (0,problem/* collectAll */._U)(files, (file) => parseEnvFile(file, where));
    return [...new Map(pairs.flat())];
}
function parseEnvFile({ path, content }, where) {
    if ('failure' in content) {
        const accepted = 'write paths of env files from the working folder, one per line';
        throw new problem/* ProblemError */.Mm({ where, given: path, wrong: content.failure, accepted });
    }
    if (content.text.includes('\0')) {
        const accepted = 'write KEY=value lines; no argument of a build can have such a character';
        throw new problem/* ProblemError */.Mm({ where, given: path, wrong: 'is not a text: it has a NUL character', accepted });
    }
    const lines = content.text
        .replace(/^\uFEFF/, '') // some editors begin a file with it
        .split(/\r?\n/)
        .map((line, index) => ({ number: index + 1, text: line.trimStart() }));
    return (0,problem/* collectAll */._U)(lines.filter(({ text }) => text !== '' && !text.startsWith('#')), ({ number, text }) => parseLine(text, `${where}, ${path}, line ${number}`));
}
/** Messages leave out the value, which may be a secret. */
function parseLine(text, where) {
    const [, key, value] = /^([^\s=]+)=(.*)$/.exec(text) ?? [];
    if (key !== undefined && value !== undefined)
        return [key, value];
    const accepted = 'write the key, an equals sign and the value, without blanks before the equals sign';
    throw new problem/* ProblemError */.Mm({ where, given: text.replace(/=.*$/, '=…'), wrong: 'is not KEY=value', accepted });
}

// EXTERNAL MODULE: ./.build/plan/text/lists.js
var lists = __nccwpck_require__(6279);
;// CONCATENATED MODULE: ./.build/plan/inputs/build-args.js




/**
 * Reads `build-args` over the files of `build-args-file`. As for buildx, a bare name has the value of the environment variable of that name.
 * @returns no bare name where the environment is not known.
 * @throws {ProblemError} for every line that is neither.
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/#build-arg
 */
function parseBuildArgs(text, { argsFiles = [], machine }) {
    const { files, own } = (0,problem/* collect */.Fo)({
        files: () => parseEnvFiles(argsFiles, 'build-args-file'),
        own: () => (0,problem/* collectAll */._U)((0,lists/* parseQuotedLines */.ZV)(text, 'build-args'), (line) => parseArgument(line, machine)),
    });
    const ownPairs = own.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]]));
    const pairs = [...new Map([...files, ...ownPairs])];
    return {
        pairs: (0,problem/* collectAll */._U)(pairs, ([key, value]) => [key, (0,meta/* checkMeta */.M8)(value, 'build-args')]),
        unset: machine === undefined ? [] : own.filter(({ value }) => value === undefined).map(({ key }) => key),
    };
}
/** The notice for bare names that nothing is passed for. */
function noticesOfArgs(unset) {
    return unset.map((name) => `build-args: ${name} is not passed: it has no value here, and no environment variable of that name is set`);
}
function parseArgument(given, machine) {
    if (given.startsWith('#'))
        throw new problem/* ProblemError */.Mm(commentLine(given));
    if (/^[A-Za-z_]\w*$/.test(given))
        return { key: given, value: machine?.environment[given] };
    const [key, value] = (0,lists/* splitPair */.T6)(given, 'build-args');
    return { key, value };
}
/** It would be an argument whose name begins with #, which no Dockerfile can use; skipped, it would be dropped without a word. */
function commentLine(given) {
    return { where: 'build-args', given, wrong: 'begins with #, and build-args has no comments', accepted: 'leave the line out' };
}


/***/ }),

/***/ 3566:
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

/***/ 3805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   wB: () => (/* binding */ ownBuilderOptions),
/* harmony export */   xx: () => (/* binding */ parseBuilder),
/* harmony export */   yd: () => (/* binding */ noticesOfBuilder)
/* harmony export */ });
/* harmony import */ var _text_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6279);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);
/* harmony import */ var _local_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2841);



/** @throws {ProblemError} also for options of a builder that is not created. */
function parseBuilder(text, machine) {
    const inputs = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collect */ .Fo)({
        name: () => text('builder').trim(),
        driver: () => parseDriver(text('driver')),
        driverOpts: () => (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLines */ .Li)(text('driver-opts')),
        buildkitdFlags: () => text('buildkitd-flags').trim(),
        buildkitdConfig: () => (0,_local_files_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFile */ .vH)(text('buildkitd-config').trim(), 'buildkitd-config', machine),
        buildkitdConfigInline: () => text('buildkitd-config-inline'),
        keepState: () => (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG)(text('keep-state'), 'keep-state'),
        cleanup: () => (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG)(text('cleanup'), 'cleanup'),
        emulation: () => (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseChoice */ .HU)(text('emulation').toLowerCase(), ['auto', 'true', 'false'], 'emulation'),
        emulationImage: () => text('emulation-image').trim(),
    });
    const problems = idleOptions(inputs);
    if (problems.length > 0)
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm(problems);
    return inputs;
}
/** The inputs that only a builder of this step's own can follow, as far as they are given. */
function ownBuilderOptions(inputs) {
    const given = [
        ['driver-opts', inputs.driverOpts.length > 0],
        ['buildkitd-flags', inputs.buildkitdFlags !== ''],
        ['buildkitd-config', inputs.buildkitdConfig !== ''],
        ['buildkitd-config-inline', inputs.buildkitdConfigInline.trim() !== ''],
        ['keep-state', inputs.keepState],
    ];
    return given.flatMap(([name, isGiven]) => (isGiven ? [name] : []));
}
function idleOptions(inputs) {
    const options = ownBuilderOptions(inputs);
    if (inputs.name !== '') {
        const wrong = `has no effect on the builder ${inputs.name}, which exists already`;
        return options.map((where) => ({ where, wrong, accepted: 'leave it out, or leave builder out: the step then creates a builder' }));
    }
    if (inputs.driver !== 'docker')
        return [];
    const wrong = 'has no effect with driver: docker, the engine’s own BuildKit';
    return options.map((where) => ({ where, wrong, accepted: 'leave it out, or write driver: docker-container' }));
}
/**
 * The notice for a second configuration of buildkitd: the file counts, as in docker/setup-buildx-action.
 * @see https://github.com/docker/setup-buildx-action/blob/v3/src/context.ts
 */
function noticesOfBuilder({ buildkitdConfig, buildkitdConfigInline }) {
    if (buildkitdConfig === '' || buildkitdConfigInline.trim() === '')
        return [];
    return ['buildkitd-config-inline: has no effect beside buildkitd-config, whose file counts; leave one of the two out'];
}
/** Drivers of buildx that need more than this step knows of. */
const OTHER_DRIVERS = ['kubernetes', 'remote', 'cloud'];
function parseDriver(text) {
    const given = text.trim();
    if (!OTHER_DRIVERS.includes(given))
        return (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseChoice */ .HU)(text, ['auto', 'docker', 'docker-container'], 'driver');
    const accepted = 'make that builder in a step before, and name it in builder';
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where: 'driver', given, wrong: 'is a driver whose builders this step does not make', accepted });
}


/***/ }),

/***/ 1966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ cacheType),
/* harmony export */   y: () => (/* binding */ usesActionsCache)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5906);

/**
 * The type of a cache: of an input's line, or of an entry of a bake file, which is an object or a text. A line of another form than
 * `type=…,…` names an image, as docker has it. @see https://docs.docker.com/build/cache/backends/
 */
function cacheType(cache) {
    if ((0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(cache))
        return (0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(cache.type) ?? '';
    const types = [...((0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(cache) ?? '').matchAll(/(?:^|[,"])\s*type\s*=\s*([\w-]*)/gi)].map(([, type = '']) => type.toLowerCase());
    return new Set(types).size > 1 ? 'unclear' : (types[0] ?? 'registry');
}
/** Whether the build reads or writes a cache of GitHub Actions, for which buildx needs the job's token. */
function usesActionsCache({ cacheFrom, cacheTo, extraArgs, bake }) {
    const ofTargets = (bake?.targets ?? []).flatMap(({ source }) => [...(0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(source['cache-from']), ...(0,_text_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asList */ .DD)(source['cache-to'])]);
    const named = [...cacheFrom, ...cacheTo, ...ofTargets].some((cache) => cacheType(cache) === 'gha');
    return named || extraArgs.some((arg) => /type=gha/.test(arg));
}


/***/ }),

/***/ 5059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x0: () => (/* binding */ hasGates),
  uG: () => (/* binding */ hasTests),
  B2: () => (/* binding */ parseChecks),
  mK: () => (/* binding */ parseSignedTag)
});

// EXTERNAL MODULE: ./.build/plan/text/attributes.js
var attributes = __nccwpck_require__(2070);
// EXTERNAL MODULE: ./.build/plan/text/lists.js
var lists = __nccwpck_require__(6279);
// EXTERNAL MODULE: ./.build/plan/text/platform.js + 1 modules
var text_platform = __nccwpck_require__(1806);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var problem = __nccwpck_require__(1141);
// EXTERNAL MODULE: ./.build/plan/text/sizes.js
var sizes = __nccwpck_require__(2384);
// EXTERNAL MODULE: ./.build/plan/text/csv.js
var csv = __nccwpck_require__(9798);
// EXTERNAL MODULE: ./.build/plan/text/json.js
var json = __nccwpck_require__(5906);
// EXTERNAL MODULE: ./.build/plan/text/parse-json.js
var parse_json = __nccwpck_require__(4916);
;// CONCATENATED MODULE: ./.build/plan/inputs/test-commands.js





/**
 * Reads the input `test`, a command a line; blank lines and comments are none.
 * @param targets those that a line may begin with, as in `web: python -m web`.
 * @throws {ProblemError}
 */
function parseTests(input, targets) {
    return (0,problem/* collectAll */._U)((0,csv/* inputLines */.KD)(input), (line) => {
        const where = `test, line ${line.number}`;
        const { target, text } = splitTarget(line.text, where, targets);
        return { inputLine: line.number, target, text, argv: text.startsWith('[') ? parseExecForm(text, where) : ['sh', '-c', text] };
    });
}
/** What stands before a colon is a target: no program's name ends with one. */
function splitTarget(line, where, targets) {
    const [, name, command = ''] = /^([\w-]+):(?:\s+(.*))?$/.exec(line) ?? [];
    if (name === undefined || targets.length === 0)
        return { target: undefined, text: line };
    if (targets !== 'any' && !targets.includes(name))
        throw (0,attributes/* unknownName */.U0)({ where, given: line, wrong: `names ${name}, which is not a target of the bake files`, name }, targets);
    if ((0,csv/* inputLines */.KD)(command).length === 0)
        throw new problem/* ProblemError */.Mm({ where, given: line, wrong: 'has no command', accepted: `write one after ${name}:` });
    return { target: name, text: command };
}
/** `["/app", "--version"]`, as in a Dockerfile. @see https://docs.docker.com/reference/dockerfile/#shell-and-exec-form */
function parseExecForm(text, where) {
    const words = (0,json/* asList */.DD)((0,parse_json/* parseJson */.q)(text));
    const [program, ...args] = words.every((word) => typeof word === 'string') ? words : [];
    if (program !== undefined && program !== '')
        return [program, ...args];
    if (/^\[{1,2} /.test(text))
        return ['sh', '-c', text]; // the shell's own test command
    const accepted = 'write program and arguments as a JSON list of texts, such as ["/app", "--version"], or a line for the shell';
    throw new problem/* ProblemError */.Mm({ where, given: text, wrong: 'begins as a list and is none', accepted });
}

;// CONCATENATED MODULE: ./.build/plan/inputs/checks.js






/**
 * Reads the gates. A platform they name has to be that of an image, and a target one of the bake files.
 * @throws {ProblemError} with every mistake of all of them.
 */
function parseChecks(text, made) {
    const built = findBuilt(made);
    return (0,problem/* collect */.Fo)({
        tests: () => refuseImageless(parseTests(text('test'), built.targets), 'test', built),
        services: () => undefined,
        testPlatforms: () => (0,problem/* collectAll */._U)((0,lists/* parseItems */.mo)(text('test-platforms')), (item) => imagePlatform(item, 'test-platforms', built)),
        testTimeoutMs: () => (0,lists/* parseDurationMs */.yi)(text('test-timeout'), 'test-timeout'),
        maxSizes: () => refuseImageless(parseSizeLimits(text('max-size'), built), 'max-size', built),
        maxGrowth: () => parseMaxGrowth(text('max-growth')),
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
function parseMaxGrowth(text) {
    return text.trim() === '' ? undefined : (0,sizes/* parseGrowth */.LQ)(text, 'max-growth');
}
function findBuilt({ platforms, images, bake }) {
    const given = platforms.map(text_platform/* formatPlatform */.B);
    if (bake === undefined)
        return { platforms: given, targets: [], imageless: [] };
    if ('problem' in bake)
        return { platforms: undefined, targets: bake.known, imageless: [] };
    const imageless = images === undefined ? [] : findImageless(images, bake);
    return { platforms: given.length > 0 ? given : findPlatforms(bake, imageless), targets: bake.known, imageless };
}
/** Undefined where a target leaves them to the builder, or this run does not build it: what bake prints is silent about it. */
function findPlatforms({ targets, known }, imageless) {
    const ofImages = targets.filter(({ name }) => !imageless.includes(name)).map(({ platforms }) => platforms);
    const areTold = targets.length === known.length && ofImages.length > 0 && ofImages.every(({ length }) => length > 0);
    return areTold ? [...new Set(ofImages.flat().map(text_platform/* formatPlatform */.B))] : undefined;
}
/** A line of `images` without a target is for the one that is selected; one that is switched off names its target all the same. */
function findImageless(images, { targets, selected }) {
    const named = images.flatMap(({ target }) => target ?? selected);
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
function parseSizeLimits(text, built) {
    const limits = (0,problem/* collectAll */._U)((0,lists/* parseLines */.Li)(text.replaceAll(',', '\n')), (line) => {
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
    throw new problem/* ProblemError */.Mm({ where: 'max-size', given: twice.limit.text, wrong, accepted: 'write one limit, or one per platform' });
}
function imagePlatform(text, where, { platforms, targets }) {
    if (targets === 'any')
        return text; // what it may be is told by the bake files, which cannot be read
    if (targets.length > 0 && !text.includes('/'))
        throw (0,attributes/* unknownName */.U0)({ where, given: text, wrong: 'is neither a platform nor a target', name: text }, targets);
    const platform = (0,text_platform/* formatPlatform */.B)((0,text_platform/* parsePlatform */.F)(text, where));
    if (platforms === undefined || platforms.includes(platform))
        return platform;
    const accepted = platforms.length === 0 ? 'name it in platforms, which is empty' : `images are for ${platforms.join(', ')}`;
    throw new problem/* ProblemError */.Mm({ where, given: text, wrong: 'is the platform of no image', accepted });
}
/** Reads `require-signed-tag`. @throws {ProblemError} */
function parseSignedTag(text) {
    if (text.includes('-----BEGIN PGP PUBLIC KEY BLOCK-----'))
        return { kind: 'keys', format: 'openpgp', keys: text };
    if (/^(\S+ )*(ssh-[a-z0-9]+|ecdsa-[a-z0-9-]+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/=]{32}/m.test(text))
        return { kind: 'keys', format: 'ssh', keys: text };
    const choice = text === '' ? 'false' : text.toLowerCase();
    if (choice === 'true' || choice === 'false')
        return { kind: choice === 'true' ? 'github' : 'no' };
    const given = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const accepted = 'write true (GitHub says whether the signature is verified), or public keys: an OpenPGP block, or SSH keys one per line';
    throw new problem/* ProblemError */.Mm({ where: 'require-signed-tag', given, wrong: 'is neither true, false nor public keys', accepted });
}


/***/ }),

/***/ 2841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M_: () => (/* binding */ checkContext),
/* harmony export */   vH: () => (/* binding */ checkFile),
/* harmony export */   vn: () => (/* binding */ checkDockerfile)
/* harmony export */ });
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);
/* harmony import */ var _build_context_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3566);


/** What metadata-action's `context` may be. */
const REF_SOURCES = {
    git: 'for the ref and commit of the checkout write ref-source: git; context is the folder that is built',
    workflow: 'leave it out: ref and commit are those of the workflow; context is the folder that is built',
};
const ADVICE = 'name the Dockerfile in file, its folder in context, or write bake-files or source';
/** The context as it was given. @throws {ProblemError} where it should be a folder here, and is none. */
function checkContext(context, where, { machine }) {
    if (where === 'context' && Object.hasOwn(REF_SOURCES, context) && machine !== undefined && machine.look(context) === undefined)
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: context, wrong: 'is not there', accepted: REF_SOURCES[context] ?? '' });
    return (0,_build_context_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemoteContext */ .uN)(context) ? context : checkPath(context, 'folder', { where, machine });
}
/** The Dockerfile as it was given. @throws {ProblemError} where it should be here, and is not: that of a remote context lies there. */
function checkDockerfile({ file, context }, { machine, dockerfile }) {
    if (dockerfile !== undefined && dockerfile.text === undefined) {
        const where = context === '' ? 'the working folder' : context;
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where: 'file', wrong: `is not given, and there is no Dockerfile in ${where}`, accepted: ADVICE });
    }
    const isHere = context === '' ? machine?.hasCheckout === true : !(0,_build_context_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemoteContext */ .uN)(context);
    return isHere && !(0,_build_context_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemoteContext */ .uN)(file) ? checkFile(file, 'file', machine) : file;
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
    const wrong = found === undefined ? 'is not there' : found === 'special' ? 'is a pipe, a socket or a device' : `is not a ${kind}`;
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: path, wrong, accepted: `write the path of a ${kind}, seen from the working folder` });
}


/***/ }),

/***/ 4296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ registryHost),
/* harmony export */   w: () => (/* binding */ parseLogins)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5906);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);
/* harmony import */ var _table_replaced_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1587);



const KEYS = ['registry', 'username', 'password', 'forks'];
const ACCEPTED = 'write a list of registry, username and password';
/**
 * Reads the login of `registry`, `username` and `password`, and those of `registry-auth`.
 * @throws {ProblemError} for what is no login, for a password without username, and for a login without password where `push: true` needs it.
 */
function parseLogins(text, { parseYaml, secretsWithheld = false, needsPassword, saysRegistry }) {
    const check = (login, where) => {
        refuseAccessKey(login, where);
        const missing = findMissing(login, needsPassword);
        if (missing === undefined || secretsWithheld)
            return login;
        const accepted = 'give both, and check that the secret exists and is available to this event';
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, wrong: `has no ${missing} for ${login.registry}`, accepted });
    };
    const { single, listed } = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collect */ .Fo)({
        single: () => parseSingle(text).map((login) => check(login, 'username, password')),
        listed: () => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collectAll */ ._U)(parseList(text('registry-auth'), parseYaml), (entry, index) => {
            const where = `registry-auth, entry ${index + 1}`;
            return check(parseEntry(entry, where), where);
        }),
    });
    const given = [...single, ...listed];
    return {
        logins: given.filter((login) => findMissing(login, true) === undefined),
        passwordless: given.filter(({ password }) => isBlank(password)).map(({ registry }) => registry),
        presumed: saysRegistry ? undefined : single[0]?.registry,
    };
}
function parseSingle(text) {
    const login = { registry: registryHost(text('registry')), username: text('username').trim(), password: text('password') };
    return isBlank(login.username) && isBlank(login.password) ? [] : [login];
}
function parseList(text, parseYaml) {
    if (isBlank(text))
        return [];
    const document = parseYaml(text);
    if (!Array.isArray(document))
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where: 'registry-auth', wrong: 'is not a YAML list', accepted: ACCEPTED });
    return document; // Array.isArray does not narrow readonly arrays
}
function parseEntry(entry, where) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, wrong: 'is not a mapping', accepted: ACCEPTED });
    const fields = entry;
    const unknown = Object.keys(fields).find((key) => !KEYS.includes(key) && !(0,_table_replaced_js__WEBPACK_IMPORTED_MODULE_1__/* .asksForUsual */ .K)(key, (0,_text_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(fields[key]) ?? '?'));
    if (unknown !== undefined)
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, ...describeUnknownKey(unknown) });
    const field = (key) => (0,_text_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(fields[key]) ?? '';
    const login = { registry: registryHost(field('registry')), username: field('username'), password: field('password') };
    const forks = field('forks').trim();
    if (forks === '')
        return login;
    if (forks === 'pull')
        return { ...login, forks };
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where: `${where}, forks`, given: forks, wrong: 'is not known', accepted: 'write pull, or leave it out' });
}
/** A key is shown only where it resembles a known one: in a broken list it may be a part of a password. */
function describeUnknownKey(key) {
    const hint = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(key, KEYS);
    const accepted = _table_replaced_js__WEBPACK_IMPORTED_MODULE_1__/* .ELSEWHERE */ .p.get(key)?.instead ?? (hint === undefined ? undefined : `did you mean ${hint}? Known: ${KEYS.join(', ')}`);
    if (accepted === undefined)
        return { wrong: 'has an unknown key', accepted: `${ACCEPTED}, and put the password in quotes` };
    return { given: key, wrong: 'is not a known key', accepted };
}
/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html */
const ECR = /^public\.ecr\.aws$|\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]{1,30}\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws)$/;
/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const ACCESS_KEY = /^A[KS]IA[A-Z0-9]{12,124}$/;
/** login-action exchanges AWS keys for ECR's password; the registry itself takes only that. */
function refuseAccessKey({ registry, username }, where) {
    if (!ECR.test(registry) || !ACCESS_KEY.test(username))
        return;
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({
        where,
        wrong: `has an AWS access key as the username, which ${registry} does not take`,
        accepted: 'use aws-actions/amazon-ecr-login in a step before and leave this login out, or write username: AWS and the password that `aws ecr get-login-password` prints',
    });
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

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseRequest)
});

// EXTERNAL MODULE: ./.build/plan/naming/images.js
var naming_images = __nccwpck_require__(3331);
// EXTERNAL MODULE: ./.build/plan/naming/meta.js
var meta = __nccwpck_require__(8828);
// EXTERNAL MODULE: ./.build/plan/naming/naming-inputs.js
var naming_inputs = __nccwpck_require__(2375);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var text_problem = __nccwpck_require__(1141);
// EXTERNAL MODULE: ./.build/plan/text/expand-ref.js
var expand_ref = __nccwpck_require__(3704);
// EXTERNAL MODULE: ./.build/plan/text/lists.js
var text_lists = __nccwpck_require__(6279);
// EXTERNAL MODULE: ./.build/plan/text/platform.js + 1 modules
var text_platform = __nccwpck_require__(1806);
// EXTERNAL MODULE: ./.build/plan/trust/foreign-head.js
var foreign_head = __nccwpck_require__(8660);
// EXTERNAL MODULE: ./.build/plan/inputs/bake-inputs.js
var bake_inputs = __nccwpck_require__(1613);
// EXTERNAL MODULE: ./.build/plan/inputs/source.js
var source = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./.build/plan/inputs/early-inputs.js








const USUAL = {
    prHeadSha: false,
    ref: '',
    refSource: 'workflow',
    timeoutMs: 6 * 3_600_000,
    dryRun: false,
    source: undefined,
};
/** Parses them from the completed inputs. It does not throw: without them the others could not be read. */
function parseEarlyInputs(text) {
    const { values, problems } = (0,text_problem/* collectOr */.MB)(USUAL, {
        prHeadSha: () => (0,naming_inputs/* parsePrHeadSha */._N)(text('pr-head-sha')),
        ref: () => (0,expand_ref/* expandRef */.Y)(text('ref'), 'ref'),
        refSource: () => (0,text_lists/* parseChoice */.HU)(text('ref-source'), ['workflow', 'git'], 'ref-source'),
        timeoutMs: () => (0,text_lists/* parseDurationMs */.yi)(text('timeout'), 'timeout'),
        dryRun: () => (0,text_lists/* parseBoolean */.yG)(text('dry-run'), 'dry-run'),
        source: () => (0,source/* parseSource */.PJ)(text('source')),
    });
    const platforms = (0,text_problem/* collectValid */.vZ)((0,text_lists/* parseItems */.mo)(withoutQuotes(text('platforms'))), (item) => (0,text_platform/* parsePlatform */.F)(item));
    const testServices = (0,text_lists/* parseLines */.Li)(text('test-services'));
    const early = {
        ...values,
        githubToken: text('github-token').trim(),
        context: text('context').trim(),
        file: text('file').trim(),
        platforms: distinctPlatforms(platforms.values),
        bake: (0,bake_inputs/* parseBakeInputs */.E5)(text, testServices.length > 0),
        namesPull: (0,foreign_head/* namesPullContext */.pF)(text),
        argsFiles: (0,text_lists/* parseLines */.Li)(text('build-args-file')),
        testServices,
    };
    return { early, problems: [...problems, ...platforms.problems] };
}
/** docker's actions take a list in quotes too: `"linux/arm64,linux/arm/v7"`. */
function withoutQuotes(text) {
    return text.replace(/"([^"\n]*)"/g, '$1');
}
/** `linux/arm64` and `linux/arm64/v8` are one. */
function distinctPlatforms(platforms) {
    return [...new Map(platforms.map((platform) => [(0,text_platform/* formatPlatform */.B)(platform), platform])).values()];
}

// EXTERNAL MODULE: ./.build/plan/inputs/attestations.js
var attestations = __nccwpck_require__(601);
// EXTERNAL MODULE: ./.build/plan/inputs/build-args.js + 1 modules
var build_args = __nccwpck_require__(3561);
// EXTERNAL MODULE: ./.build/plan/text/attributes.js
var attributes = __nccwpck_require__(2070);
;// CONCATENATED MODULE: ./.build/plan/inputs/build-options.js
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
    throw (0,attributes/* unknownName */.U0)({ where: 'network', given, wrong: 'is not a build network', name: given }, NETWORKS);
}
/** @throws {ProblemError} for every unknown entitlement. */
function parseAllow(text) {
    return (0,text_problem/* collectAll */._U)((0,text_lists/* parseItems */.mo)(text), (given) => {
        const [name = ''] = given.split('=');
        if (ENTITLEMENTS.includes(name))
            return given;
        throw (0,attributes/* unknownName */.U0)({ where: 'allow', given, wrong: 'unknown entitlement', name }, ENTITLEMENTS);
    });
}
const ADDRESS = /^(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:.]*:[0-9a-f:.]*)$/i;
/** An address may stand in brackets. @throws {ProblemError} for every item that is no host with an address. */
function parseAddHosts(text) {
    return (0,text_problem/* collectAll */._U)((0,text_lists/* parseItems */.mo)(text), (given) => {
        const [, address = ''] = /^[^=:]+[=:](.+)$/.exec(given) ?? [];
        if (address === 'host-gateway' || ADDRESS.test(address.replace(/^\[(.*)\]$/, '$1')))
            return given;
        const accepted = 'write name:address, such as registry.test:10.0.0.5 or docker:host-gateway';
        throw new text_problem/* ProblemError */.Mm({ where: 'add-hosts', given, wrong: 'is not name:address', accepted });
    });
}
/** Of an int64. */
const LARGEST_LIMIT = 2n ** 63n - 1n;
/** @throws {ProblemError} for every line that is no limit. */
function parseUlimits(text) {
    return (0,text_problem/* collectAll */._U)((0,text_lists/* parseQuotedLines */.ZV)(text, 'ulimit'), (given) => {
        const [, name, soft = '', hard = soft] = /^([^=]+)=(-1|\d{1,19})(?::(-1|\d{1,19}))?$/.exec(given) ?? [];
        const refusal = (wrong, accepted) => new text_problem/* ProblemError */.Mm({ where: 'ulimit', given, wrong, accepted });
        if (name === undefined || BigInt(soft) > LARGEST_LIMIT || BigInt(hard) > LARGEST_LIMIT)
            throw refusal('is not a limit', 'write name=soft or name=soft:hard, such as nofile=1024:2048');
        if (!LIMITS.includes(name))
            throw (0,attributes/* unknownName */.U0)({ where: 'ulimit', given, wrong: 'has no limit that is known', name }, LIMITS);
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
    throw new text_problem/* ProblemError */.Mm({ where: 'shm-size', given, wrong: 'is not a size', accepted: 'write a number and a unit, such as 64m or 2g' });
}

// EXTERNAL MODULE: ./.build/plan/inputs/builder-inputs.js
var builder_inputs = __nccwpck_require__(3805);
// EXTERNAL MODULE: ./.build/plan/inputs/checks.js + 1 modules
var checks = __nccwpck_require__(5059);
;// CONCATENATED MODULE: ./.build/plan/inputs/dockerfile.js

/** `# syntax=docker/dockerfile:1`; what another frontend reads may be no Dockerfile at all. @see https://docs.docker.com/build/buildkit/frontend/ */
const SYNTAX = /^#\s*syntax\s*=\s*(\S+)/im;
const OWN_SYNTAX = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/;
/** The names of the stages, in lower case, in which BuildKit compares them; a stage without one has its number. Undefined where it may be no Dockerfile. */
function parseStages(text) {
    const [, syntax = 'docker/dockerfile'] = SYNTAX.exec(text) ?? [];
    if (!OWN_SYNTAX.test(syntax))
        return undefined;
    const continued = /^#\s*escape\s*=\s*`/im.test(text) ? /`[ \t]*\r?\n/g : /\\[ \t]*\r?\n/g;
    const lines = text
        .replaceAll(/^[ \t]*#.*$/gm, '')
        .replaceAll(continued, ' ')
        .split(/\r?\n/);
    const stages = lines.filter((line) => /^\s*FROM\s/i.test(line)); // one within a here-document makes the list longer, which refuses nothing
    return stages.map((line, index) => (/\sAS\s+(\S+)\s*$/i.exec(line)?.[1] ?? String(index)).toLowerCase());
}
/** @throws {ProblemError} where the Dockerfile has no such stage. */
function checkStage(stage, where, dockerfile) {
    const stages = dockerfile?.text === undefined ? undefined : parseStages(dockerfile.text);
    const isNumber = /^\d{1,3}$/.test(stage) && Number(stage) < (stages?.length ?? 0);
    if (stage === '' || stages === undefined || isNumber || stages.includes(stage.toLowerCase()))
        return stage;
    const named = stages.filter((name) => !/^\d/.test(name));
    const hint = (0,text_problem/* nearest */.pA)(stage, named);
    const list = named.length === 0 ? 'its stages have no names (FROM image AS name)' : `its stages are ${named.join(', ')}`;
    throw new text_problem/* ProblemError */.Mm({
        where,
        given: stage,
        wrong: `is not a stage of ${dockerfile?.path}`,
        accepted: hint === undefined ? list : `did you mean ${hint}? ${list}`,
    });
}

// EXTERNAL MODULE: ./.build/plan/text/csv.js
var csv = __nccwpck_require__(9798);
;// CONCATENATED MODULE: ./.build/plan/inputs/exports.js




/** `cacheonly` writes nothing, and so makes a stage something that has to succeed. @see https://docs.docker.com/build/exporters/ */
const TYPES = ['local', 'tar', 'oci', 'docker', 'image', 'cacheonly'];
/** Those that would else write to standard output, which is the log's. */
const TYPES_WITH_DEST = ['local', 'tar', 'oci'];
/**
 * Reads `[target=stage,]type=local,dest=out` lines.
 * @throws {ProblemError} for every line without a type, of an unknown one or an unknown stage, without the dest it needs, or that would publish something.
 */
function parseExports(text, dockerfile) {
    return (0,text_problem/* collectAll */._U)((0,csv/* inputLines */.KD)(text), (line) => parseExport(line, dockerfile));
}
function parseExport(line, dockerfile) {
    const where = `exports, line ${line.number}`;
    const pairs = (0,csv/* splitFields */.Kp)(line.text, where).map((field) => parseAttribute(field, where));
    const attributes = new Map(pairs);
    checkType(attributes.get('type'), { where, given: line.text });
    checkPrivate(attributes, { where, given: line.text });
    checkDest(attributes, { where, given: line.text });
    const fields = pairs.filter(([key]) => key !== 'target').map(([key, value]) => (0,csv/* quoteField */.nL)(`${key}=${value}`));
    return { target: checkStage(attributes.get('target') ?? '', where, dockerfile), output: fields.join(',') };
}
function parseAttribute(field, where) {
    const { key, value } = (0,attributes/* parsePair */.Ar)(field);
    if (key !== undefined && key !== '')
        return [key, value];
    throw new text_problem/* ProblemError */.Mm({ where, given: field, wrong: 'is not key=value', accepted: 'write fields such as type=local,dest=out' });
}
function checkType(type, place) {
    if (type === undefined) {
        const accepted = `write type=${TYPES.join('|')} with its attributes, such as type=local,dest=out`;
        throw new text_problem/* ProblemError */.Mm({ ...place, wrong: 'has no type', accepted });
    }
    if (type !== 'registry' && !TYPES.includes(type))
        throw (0,attributes/* unknownName */.U0)({ ...place, wrong: 'has no type that is known', name: type }, TYPES);
}
/** Whatever becomes visible in a registry passes the gates before. */
function checkPrivate(attributes, place) {
    const push = attributes.get('push') ?? 'false';
    if (attributes.get('type') !== 'registry' && ['false', '0'].includes(push.toLowerCase()))
        return;
    const accepted = 'write the repository into images, and leave push out: an export is not published';
    throw new text_problem/* ProblemError */.Mm({ ...place, wrong: 'would publish an image past all checks', accepted });
}
function checkDest(attributes, place) {
    const dest = attributes.get('dest') ?? '';
    const isNeeded = TYPES_WITH_DEST.includes(attributes.get('type') ?? '');
    if (dest !== '-' && (dest !== '' || !isNeeded))
        return;
    const accepted = 'name a folder (local) or file, seen from the working folder, such as dest=out';
    throw new text_problem/* ProblemError */.Mm({ ...place, wrong: dest === '-' ? 'would write into the log' : 'has no dest', accepted });
}

;// CONCATENATED MODULE: ./.build/plan/inputs/extra-args.js


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
    'cache-to': 'write it into cache-to, or beside bake-files into set (*.cache-to=…)',
    iidfile: 'use the output imageid',
    progress: 'leave it out: the log is read where a build fails',
    quiet: 'leave it out: the log is read where a build fails',
};
/** Flags with which buildx builds nothing. */
const WITHOUT_IMAGE = ['check', 'call', 'print', 'list'];
/** Reads `extra-args`, one argument a line. @throws {ProblemError} for flags that are not the user's to set. */
function parseExtraArgs(text) {
    return (0,text_problem/* collectAll */._U)((0,text_lists/* parseLines */.Li)(text), checkExtraArg);
}
/** Short flags can be joined, with a value at their end: `-qotype=local` is `--quiet --output=type=local`. A number is the value of a flag. */
function checkExtraArg(given) {
    const problem = (wrong, accepted) => new text_problem/* ProblemError */.Mm({ where: 'extra-args', given, wrong, accepted });
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

// EXTERNAL MODULE: ./.build/plan/inputs/local-files.js
var local_files = __nccwpck_require__(2841);
// EXTERNAL MODULE: ./.build/plan/inputs/registry-auth.js
var registry_auth = __nccwpck_require__(4296);
// EXTERNAL MODULE: ./.build/plan/inputs/secrets.js
var secrets = __nccwpck_require__(905);
;// CONCATENATED MODULE: ./.build/plan/inputs/ssh.js

/**
 * Reads `ssh`: `default` or `id=path`, by comma or line, as build-push-action does. buildx takes several keys of one id by comma too
 * (`id=key1,key2`): what looks like a path and has no id belongs to the one before. An entry in quotes stays whole.
 * @throws {ProblemError} for a quote that is not closed.
 * @see https://docs.docker.com/reference/cli/docker/buildx/build/#ssh
 */
function parseSsh(text) {
    return (0,text_lists/* parseRecords */.Q4)(text, 'ssh').flatMap((record) => (record.isQuoted ? [record.text] : splitEntries(record.text)));
}
function splitEntries(line) {
    const entries = [];
    for (const part of line.split(',').map((each) => each.trim())) {
        if (part === '')
            continue;
        const last = entries.at(-1);
        const isFurtherKey = last?.includes('=') === true && !part.includes('=') && /[/\\]/.test(part);
        if (isFurtherKey)
            entries.splice(-1, 1, `${last},${part}`);
        else
            entries.push(part);
    }
    return entries;
}

;// CONCATENATED MODULE: ./.build/plan/inputs/inputs.js















const PUSH_WISHES = { auto: 'auto', true: 'always', false: 'never' };
/**
 * Parses the inputs that are not parsed yet, and checks all. {@link import('./request.ts').parseRequest} calls it.
 * @throws {ProblemError} with every mistake of every input.
 */
function parseInputs(given, facts) {
    const { text, early } = given;
    const made = { platforms: early.platforms, images: (0,text_problem/* ifRead */.Q)(facts.images), bake: facts.bake };
    const push = (0,text_problem/* parsed */.Yz)(() => PUSH_WISHES[(0,text_lists/* parseChoice */.HU)(text('push').toLowerCase(), ['auto', 'true', 'false'], 'push')]);
    const boolean = (name) => (0,text_lists/* parseBoolean */.yG)(text(name), name);
    return (0,text_problem/* collect */.Fo)({
        build: () => parseBuild(given, facts),
        builder: () => (0,builder_inputs/* parseBuilder */.xx)(text, facts.machine),
        registries: () => parseRegistries(text, { ...facts, needsPassword: push === 'always', saysRegistry: given.isSaid('registry') }),
        secrets: () => (0,secrets/* parseSecrets */.d)({ values: text('secrets'), environments: text('secret-envs'), files: text('secret-files') }, facts.machine),
        checks: () => (0,checks/* parseChecks */.B2)(text, made),
        signedTag: () => (0,checks/* parseSignedTag */.mK)(text('require-signed-tag').trim()),
        push: () => (0,text_problem/* reveal */._c)(push),
        load: () => boolean('load'),
        existing: () => (0,text_lists/* parseChoice */.HU)(text('existing'), ['adopt', 'fail', 'overwrite'], 'existing'),
        floating: () => (0,text_lists/* parseChoice */.HU)(text('floating'), ['forward', 'strict', 'always'], 'floating'),
        dryRun: () => early.dryRun,
        summary: () => boolean('summary'),
        githubToken: () => early.githubToken,
        outputs: () => parseOutputs(text),
    });
}
function parseBuild({ text, early, isGiven }, facts) {
    const words = (name) => text(name).trim();
    const lines = (name) => (0,text_lists/* parseQuotedLines */.ZV)(text(name), name);
    const place = facts.bake === undefined ? facts : {}; // beside bake files these inputs do nothing, which is told elsewhere
    const { args, ...others } = (0,text_problem/* collect */.Fo)({
        context: () => (0,local_files/* checkContext */.M_)(early.context, 'context', place),
        file: () => (0,local_files/* checkDockerfile */.vn)(early, { ...place, dockerfile: facts.dockerfile }),
        target: () => checkStage(words('target'), 'target', facts.dockerfile),
        platforms: () => early.platforms,
        args: () => (0,build_args/* parseBuildArgs */.N)(text('build-args'), facts),
        buildContexts: () => (0,text_problem/* collectAll */._U)((0,text_lists/* parseQuotedPairs */.dq)(text('build-contexts'), 'build-contexts'), ([name, value]) => {
            return `${name}=${(0,local_files/* checkContext */.M_)(value, 'build-contexts', place)}`;
        }),
        ssh: () => parseSsh(text('ssh')),
        noCache: () => (0,text_lists/* parseBoolean */.yG)(text('no-cache'), 'no-cache'),
        noCacheFilters: () => (0,text_problem/* collectAll */._U)((0,text_lists/* parseItems */.mo)(text('no-cache-filters')), (stage) => checkStage(stage, 'no-cache-filters', facts.dockerfile)),
        pull: () => (0,text_lists/* parseBoolean */.yG)(text('pull'), 'pull'),
        addHosts: () => parseAddHosts(text('add-hosts')),
        allow: () => parseAllow(text('allow')),
        network: () => parseNetwork(text('network')),
        shmSize: () => parseShmSize(text('shm-size')),
        ulimit: () => parseUlimits(text('ulimit')),
        cgroupParent: () => words('cgroup-parent'),
        provenance: () => (0,attestations/* parseAttestation */.sI)(text('provenance'), 'provenance'),
        sbom: () => (0,attestations/* parseAttestation */.sI)(text('sbom'), 'sbom'),
        attests: () => (0,attestations/* parseAttests */.cq)(text('attests')),
        reproducible: () => (0,text_lists/* parseBoolean */.yG)(text('reproducible'), 'reproducible'),
        cacheFrom: () => lines('cache-from'),
        cacheTo: () => lines('cache-to'),
        bake: () => (facts.bake !== undefined && 'problem' in facts.bake ? undefined : facts.bake),
        source: () => (0,source/* checkSource */.As)(early.source, isGiven, facts.sourceFailure),
        exports: () => parseExports(text('exports'), facts.dockerfile),
        extraArgs: () => parseExtraArgs(text('extra-args')),
    });
    return { ...others, buildArgs: args.pairs, unsetArgs: args.unset };
}
function parseRegistries(text, facts) {
    const { given, ...lists } = (0,text_problem/* collect */.Fo)({
        given: () => (0,registry_auth/* parseLogins */.w)(text, facts),
        optional: () => (0,text_lists/* parseItems */.mo)(text('optional-registries')).map(registry_auth/* registryHost */.U),
        insecure: () => (0,text_lists/* parseItems */.mo)(text('insecure-registries')).map(registry_auth/* registryHost */.U),
    });
    return { ...given, ...lists };
}
function parseOutputs(text) {
    const separator = (name) => text(name) || '\n';
    const separators = { tags: separator('sep-tags'), labels: separator('sep-labels'), annotations: separator('sep-annotations') };
    return { separators, bakeTarget: text('bake-target') };
}

// EXTERNAL MODULE: ./.build/plan/inputs/table/replaced.js
var replaced = __nccwpck_require__(1587);
// EXTERNAL MODULE: ./.build/plan/inputs/table.js + 5 modules
var table = __nccwpck_require__(7443);
;// CONCATENATED MODULE: ./.build/plan/inputs/raw-inputs.js



const DEFAULTS = Object.fromEntries(table/* INPUTS */.m.map(({ name, default: value }) => [name, value ?? '']));
/** Fills in the default of every empty or absent input. */
function completeInputs(given) {
    const filled = Object.entries(given).filter(([name, value]) => (name.startsWith('sep-') ? value !== '' : value.trim() !== '')); // a blank may separate
    return { ...DEFAULTS, ...Object.fromEntries(filled) };
}
/** Whether a text asks for nothing, or for what is usual. */
function isUsual(name, text) {
    return [DEFAULTS[name] ?? '', ''].includes(text.trim().toLowerCase());
}
/** Every input that does not exist, with what to write instead; docker's own are accepted where they ask for what happens anyway. */
function findUnknownInputs(given) {
    const unknown = Object.keys(given).filter((name) => !Object.hasOwn(DEFAULTS, name) && !(0,replaced/* asksForUsual */.K)(name, given[name] ?? ''));
    return unknown.map((name) => ({ where: 'inputs', given: name, wrong: 'unknown input', accepted: adviseOn(name) }));
}
function adviseOn(unknown) {
    const names = Object.keys(DEFAULTS);
    const hint = (0,text_problem/* nearest */.pA)(unknown, names);
    return (replaced/* ELSEWHERE */.p.get(unknown)?.instead ??
        (hint === undefined ? `action.yml and docs/inputs.md list all ${names.length}` : `did you mean ${hint}?`));
}

;// CONCATENATED MODULE: ./.build/plan/inputs/request.js







/** @param given the inputs as the runner or the command line gives them. */
function parseRequest(given) {
    const raw = completeInputs(given);
    const text = (name) => raw[name] ?? '';
    const { early, problems } = parseEarlyInputs(text);
    const isGiven = (name) => !isUsual(name, text(name));
    const isSaid = (name) => (given[name] ?? '').trim() !== '';
    return {
        early,
        problems: [...findUnknownInputs(given), ...problems, ...(0,meta/* findStrayMeta */._N)(text)],
        naming: (0,naming_inputs/* pickNamingTexts */.qS)(text),
        isGiven,
        isSaid,
        parseImages: (targets) => (0,text_problem/* parsed */.Yz)(() => (0,naming_images/* parseGivenImages */.Lq)(text('images'), targets)),
        parse: (facts) => parseInputs({ text, early, isGiven, isSaid }, facts),
    };
}


/***/ }),

/***/ 905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseSecrets)
/* harmony export */ });
/* harmony import */ var _text_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6279);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);


/**
 * Reads the inputs `secrets`, `secret-envs` and `secret-files`.
 * @param machine undefined where it is not known which variables and files there are.
 * @throws {ProblemError} without ever showing a value, or what may be one in the wrong place.
 */
function parseSecrets(inputs, machine) {
    const read = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collect */ .Fo)({
        values: () => parseEntries('secrets', parseValues(inputs.values)).map(([id, value]) => ({ id, kind: 'value', value })),
        environments: () => (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectAll */ ._U)(parseEntries('secret-envs', (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseItems */ .mo)(inputs.environments)), ([id, variable]) => {
            if (machine !== undefined && machine.environment[variable] === undefined)
                throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm(unsetVariable(id));
            return { id, kind: 'environment', variable };
        }),
        files: () => {
            const entries = parseValues(inputs.files).map((entry) => entry.trim());
            return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectAll */ ._U)(parseEntries('secret-files', entries), ([id, path]) => {
                const found = machine?.look(path);
                if (machine !== undefined && found !== 'file')
                    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm(missingFile(id, found));
                return { id, kind: 'file', path };
            });
        },
    });
    const secrets = [...read.values, ...read.environments, ...read.files];
    (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectAll */ ._U)(secrets, ({ id }, index) => {
        if (secrets.findIndex((other) => other.id === id) < index)
            throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm(repeatedId(id));
    });
    return secrets;
}
const ID = /^[A-Za-z0-9_.-]{1,128}$/;
/** What stands before the first `=`, and after it. Messages name wrong entries by their number: a value without its quotes looks like entries. */
function parseEntries(input, entries) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectAll */ ._U)(entries, (entry, index) => {
        const where = `${input}, entry ${index + 1}`;
        const equals = entry.indexOf('=');
        const id = entry.slice(0, Math.max(equals, 0));
        if (ID.test(id))
            return [id, entry.slice(equals + 1)];
        const wrong = id === '' ? 'has no id' : 'has an id of other characters than letters, digits, dots, dashes and underscores';
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where, wrong, accepted: 'write id=value, and quote the whole entry where the value has several lines' });
    });
}
function unsetVariable(given) {
    const accepted = 'write id=NAME, and set NAME in the env of the step (to an empty text where there is no secret)';
    return { where: 'secret-envs', given, wrong: 'is of an environment variable that is not set', accepted };
}
function missingFile(given, found) {
    return {
        where: 'secret-files',
        given,
        wrong: found === 'special' ? 'is of a pipe, a socket or a device, not a regular file' : 'is of a file that is not there',
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
function parseValues(text) {
    const records = text.matchAll(/^[ \t]*"((?:[^"]|"")*)"[ \t]*\r?$|^([^\r\n]+)\r?$/gm);
    return [...records].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '').filter((record) => record.trim() !== '');
}


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ givenNames)
/* harmony export */ });
/** The names of those inputs that ask for something. */
function givenNames(inputs, isGiven) {
    return inputs.filter(({ name }) => isGiven(name)).map(({ name }) => name);
}


/***/ }),

/***/ 7975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ checkSource),
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   j2: () => (/* binding */ formatSource)
/* harmony export */ });
/* harmony import */ var _text_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6279);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);
/* harmony import */ var _set_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1212);
/* harmony import */ var _table_build_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7495);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7443);





const ENGINE = 'docker-daemon:';
const ACCEPTED = 'write the path of an OCI layout or of its archive, or docker-daemon:name:tag';
/** Parses the input `source`. @throws {ProblemError} */
function parseSource(text) {
    const [given, ...others] = (0,_text_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLines */ .Li)(text);
    if (given === undefined)
        return undefined;
    const problem = (wrong, accepted) => new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where: 'source', given, wrong, accepted });
    if (others.length > 0)
        throw problem('is not the only one', 'write one, and a step of its own for each further image');
    if (!given.startsWith(ENGINE))
        return { kind: 'path', path: given };
    const reference = given.slice(ENGINE.length);
    if (reference === '' || /\s/.test(reference))
        throw problem('names no image of the engine', ACCEPTED);
    return { kind: 'engine', reference };
}
/**
 * The source, held against the other inputs and the machine.
 * @param failure what stands against the path, as the host found it; undefined where nothing does.
 * @throws {ProblemError} also where inputs beside it ask for something to be built, or the image to be changed.
 */
function checkSource(source, isGiven, failure) {
    if (source === undefined)
        return undefined;
    const problem = (wrong, accepted) => new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where: 'source', given: formatSource(source), wrong, accepted });
    const idle = idleInputs(isGiven);
    if (idle.length > 0)
        throw problem(`is published as it is, and nothing is done with ${idle.join(', ')}`, 'leave these inputs out, or source');
    if (failure !== undefined)
        throw problem(failure, ACCEPTED);
    return source;
}
/** As it was given. */
function formatSource(source) {
    return source.kind === 'path' ? source.path : `${ENGINE}${source.reference}`;
}
/** Inputs beside it that would change the image or bring it elsewhere. `platforms` says what it has to hold. */
function idleInputs(isGiven) {
    const building = _table_build_js__WEBPACK_IMPORTED_MODULE_2__/* .BUILD_INPUTS */ .$.filter(({ name }) => !['source', 'platforms'].includes(name));
    const changing = _table_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .m.filter(({ name }) => ['labels', 'annotations', 'load'].includes(name));
    return (0,_set_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .givenNames */ .S)([...building, ...changing], isGiven);
}


/***/ }),

/***/ 7443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS)
});

// UNUSED EXPORTS: INPUT_GROUPS

// EXTERNAL MODULE: ./.build/plan/inputs/table/build.js
var build = __nccwpck_require__(7495);
;// CONCATENATED MODULE: ./.build/plan/inputs/table/builder.js
const BUILDER_INPUTS = [
    { name: 'builder', about: 'An existing builder with one node, by name; chosen by itself if empty.' },
    {
        name: 'driver',
        about: '`auto`, `docker` (the engine’s own BuildKit) or `docker-container`. `auto` is `docker-container` where the engine cannot hold an image of several platforms, and where one of the options below is given.',
        default: 'auto',
    },
    { name: 'driver-opts', about: 'Options of a builder that is created, e.g. `image=moby/buildkit:v0.25.0`, one per line.' },
    { name: 'buildkitd-flags', about: 'Flags of buildkitd in a builder that is created.' },
    { name: 'buildkitd-config', about: 'buildkitd’s configuration file for a builder that is created.' },
    { name: 'buildkitd-config-inline', about: 'The same as text; one of the two.' },
    {
        name: 'keep-state',
        about: 'Keep the cache of a created builder for the next run on this machine. The builder is called `tagboat`, and steps of one job share it.',
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

;// CONCATENATED MODULE: ./.build/plan/inputs/table/destination.js
const DESTINATION_INPUTS = [
    {
        name: 'registry-auth',
        about: 'Credentials as a YAML list of `registry`, `username`, `password`; put the password in quotes; `forks: pull` lets the build of a fork’s head pull base images with it. ghcr.io needs none: `github-token` is used. Logins on the machine count too.',
    },
    {
        name: 'registry',
        about: 'Registry that `username` and `password` belong to; `docker.io` if empty, which is an error where no image is there.',
    },
    { name: 'username', about: 'User at `registry`.' },
    {
        name: 'password',
        about: 'Password or token at `registry`. An empty one, from an absent secret, is not a login: a warning, and an error in a release and with `push: true`.',
    },
    {
        name: 'push',
        about: '`auto` (publish where credentials are there and the event is trusted), `true` or `false`. A fork’s head is never published. `tagboat run` that would publish nothing fails unless this says `auto` or `false`.',
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

;// CONCATENATED MODULE: ./.build/plan/inputs/table/gate.js
const GATE_INPUTS = [
    {
        name: 'test',
        about: 'Commands that have to succeed in the image, on every platform, before any tag moves: one per line for `sh -c`, or a JSON list such as `["/app", "--version"]` where there is no shell.',
    },
    { name: 'test-platforms', about: 'Platforms to test on, by comma or line; all that are built if empty.' },
    {
        name: 'test-services',
        about: 'Compose files, one per line: their services are up while the tests run, with the image under test in the place of the one that builds it.',
    },
    { name: 'test-timeout', about: 'Time limit of each test, e.g. `90s`.', default: '10m' },
    {
        name: 'max-size',
        about: 'Most that the image may have, compressed, e.g. `300 MB`; `linux/arm64=250 MB` for one platform, one per line.',
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

;// CONCATENATED MODULE: ./.build/plan/inputs/table/naming.js
const NAMING_INPUTS = [
    {
        name: 'images',
        about: 'Image names without tag, one per line, e.g. `ghcr.io/owner/app`, or `web=ghcr.io/owner/web` for a target of the bake files; `enable=false` switches one off.',
    },
    {
        name: 'tags',
        about: 'Tag rules, one per line, e.g. `type=release`; a bare word is that tag, and `app:build`, `owner/app:1.2` or `registry/name:tag` that image. `target=web` is for one target of the bake files.',
    },
    { name: 'flavor', about: '`latest=auto|true|false`, `prefix=…`, `suffix=…` for all rules, one per line.' },
    { name: 'labels', about: 'Labels beside the generated OCI ones, `key=value`, one per line.' },
    { name: 'annotations', about: 'Annotations, `[level[platform]:]key=value`, one per line.' },
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

;// CONCATENATED MODULE: ./.build/plan/inputs/table/report.js
const REPORT_INPUTS = [
    { name: 'dry-run', about: 'Stop after the plan; needs no network, and docker only to read bake and compose files.', default: 'false' },
    { name: 'summary', about: 'Write the job summary.', default: 'true' },
    {
        name: 'github-token',
        about: 'Token for the API, Git contexts and registry of the server that the job runs on: those of github.com are ghcr.io. No other server gets it.',
    },
    { name: 'timeout', about: 'Time limit of the step, e.g. `90s`, `30m`, `2h`.', default: '6h' },
];

;// CONCATENATED MODULE: ./.build/plan/inputs/table.js






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

/***/ 7495:
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
        about: 'Build arguments, `KEY=value`, one per line; quote an entry of several lines. A bare `KEY` has the value of that environment variable; a notice says where it is not set. `{{meta.version}}` is the first tag.',
    },
    {
        name: 'build-args-file',
        about: 'Env files with build arguments, one path per line: `KEY=value` lines, taken as they stand. `build-args` win over them.',
    },
    {
        name: 'build-contexts',
        about: 'Named build contexts, `name=path-or-url`, one per line; `{{defaultContext}}` is the Git context of the commit.',
    },
    { name: 'secrets', about: 'Build secrets by value, `id=value`, one per line; quote a value of several lines.' },
    { name: 'secret-envs', about: 'Build secrets by environment variable, `id=NAME`, by comma or line. The variable has to be set.' },
    { name: 'secret-files', about: 'Build secrets by file, `id=path`, one per line.' },
    { name: 'ssh', about: 'SSH agent sockets or keys, `default` or `id=path`, by comma or line.' },
    { name: 'no-cache', about: 'Build without the cache.', default: 'false' },
    { name: 'no-cache-filters', about: 'Stages to build without the cache, by comma or line.' },
    { name: 'pull', about: 'Look for newer base images.', default: 'false' },
    { name: 'add-hosts', about: 'Host entries for the build, `name:address`, by comma or line.' },
    { name: 'allow', about: 'Entitlements, `network.host` or `security.insecure`, by comma or line.' },
    { name: 'network', about: 'Network of RUN steps: `default`, `host` or `none`.' },
    { name: 'shm-size', about: 'Size of /dev/shm, e.g. `2g`.' },
    { name: 'ulimit', about: 'Limits, e.g. `nofile=1024:1024`, one per line.' },
    { name: 'cgroup-parent', about: 'Parent cgroup of RUN steps.' },
    {
        name: 'provenance',
        about: '`true`, `false` or attributes such as `mode=max`. If empty: `mode=max` for public repositories, else buildx’s own default, `mode=min`; none where `BUILDX_NO_DEFAULT_ATTESTATIONS` is set. It names the URL of the run as `builder-id`, unless you name one.',
    },
    { name: 'sbom', about: '`true`, `false` or `generator=image`.' },
    { name: 'attests', about: 'Attestations in full, e.g. `type=sbom,generator=image`, one per line.' },
    {
        name: 'reproducible',
        about: 'Set the times of all files in layers to the commit’s: the same commit gives the same bytes, also without a cache. Costs about 0.5 s per 100 MB.',
        default: 'false',
    },
    { name: 'cache-from', about: 'Cache sources, e.g. `type=gha`, one per line.' },
    { name: 'cache-to', about: 'Cache destinations, e.g. `type=gha,mode=max`, one per line.' },
    {
        name: 'exports',
        about: 'Further outputs, one per line: `type=local,dest=out` of the published stage, `target=builder,type=local,dest=out` of another one.',
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
    {
        name: 'set',
        about: 'Overrides of targets, `target.key=value`, one per line, e.g. `*.args.DEBUG=1` or `*.args.VERSION={{meta.version}}`.',
    },
    {
        name: 'vars',
        about: 'Values of the variables of bake and compose files, `NAME=value`, one per line; a bare `NAME` passes the environment variable. They see no other variable of the step.',
    },
    { name: 'extra-args', about: 'Further `docker buildx build` (or `bake`) arguments, one per line.' },
];


/***/ }),

/***/ 1587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ asksForUsual),
/* harmony export */   p: () => (/* binding */ ELSEWHERE)
/* harmony export */ });
/** @see https://github.com/docker/build-push-action#inputs and those of login-, metadata-, setup-buildx-, setup-qemu- and bake-action */
const ELSEWHERE = new Map([
    ['files', { instead: 'use bake-files' }],
    ['workdir', { instead: 'leave it out, and write paths as they are from the folder of the job', accepted: ['.', './'] }],
    ['outputs', { instead: 'use exports for outputs other than the published image' }],
    ['call', { instead: 'run docker buildx build --call in a step of its own', accepted: ['build'] }],
    ['name', { instead: 'leave it out: the builder is chosen or made by the step; builder names one that is there' }],
    ['endpoint', { instead: 'make that builder in a step before, and name it in builder' }],
    ['append', { instead: 'make that builder in a step before, and name it in builder' }],
    ['use', { instead: 'leave it out: the step uses its own builder', accepted: ['true'] }],
    ['install', { instead: 'leave it out: the step calls buildx itself', accepted: ['false'] }],
    ['cache-binary', { instead: 'leave it out: the buildx of the machine is used', accepted: ['true', 'false'] }],
    ['config', { instead: 'use buildkitd-config' }],
    ['config-inline', { instead: 'use buildkitd-config-inline' }],
    [
        'image',
        { instead: 'use emulation-image', accepted: ['docker.io/tonistiigi/binfmt:latest', 'tonistiigi/binfmt:latest', 'tonistiigi/binfmt'] },
    ],
    ['cache-image', { instead: 'leave it out: the image is pulled only where a platform needs emulation', accepted: ['true', 'false'] }],
    ['reset', { instead: 'leave it out: emulators that are there are used', accepted: ['false'] }],
    ['logout', { instead: 'leave it out: logins end with the job', accepted: ['true'] }],
    ['ecr', { instead: 'leave it out, and log in to ECR in a step before: logins on the machine count', accepted: ['auto', 'false'] }],
    ['scope', { instead: 'leave it out: a login is for a whole registry' }],
]);
/** Whether an input asks for nothing, or for what happens anyway. */
function asksForUsual(name, text) {
    const value = text.trim().toLowerCase();
    const known = ELSEWHERE.get(name);
    return known !== undefined && (value === '' || known.accepted?.includes(value) === true);
}


/***/ }),

/***/ 7215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gM: () => (/* binding */ placeAnnotations),
/* harmony export */   hl: () => (/* binding */ parseLevels),
/* harmony export */   tn: () => (/* binding */ formatAnnotation)
/* harmony export */ });
/* harmony import */ var _text_attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2070);
/* harmony import */ var _text_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1806);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1141);



const LEVELS = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];
/** @see https://docs.docker.com/build/metadata/annotations/#specify-annotation-level */
const LEVEL = /^([a-z-]*)(?:\[([^\]]*)\])?$/;
/**
 * Reads `annotation-levels`: `manifest,index`, with a platform as in `manifest[linux/amd64]`. Empty means `manifest`, and for an image of several
 * platforms `index` too, since a registry shows the index's description.
 * @throws {ProblemError}
 */
function parseLevels(input, platforms) {
    const names = input
        .split(/[,\r\n]/)
        .map((name) => name.trim())
        .filter((name) => name !== '');
    if (names.length === 0 && input.trim() !== '')
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where: 'annotation-levels', given: input, wrong: 'names no level', accepted: `write ${LEVELS.join(', ')}` });
    const wanted = names.length > 0 ? names : platforms.length > 1 ? ['manifest', 'index'] : ['manifest'];
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)([...new Set(wanted)], (name) => parseLevel(name, 'annotation-levels'));
}
function parseLevel(text, where) {
    const [, name = text, platform] = LEVEL.exec(text) ?? [];
    const level = LEVELS.find((known) => known === name);
    if (level === undefined)
        throw (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given: text, wrong: 'is not an annotation level', name }, LEVELS);
    if (platform !== undefined)
        (0,_text_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .F)(platform, where);
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
    return { key, own: levels.split(',').map((level) => parseLevel(level, `annotations, ${text}`)) };
}
/** `manifest[linux/amd64]:key=value`, as buildx reads it. */
function formatAnnotation({ level, platform, key, value }) {
    return `${level}${platform === undefined ? '' : `[${platform}]`}:${key}=${value}`;
}


/***/ }),

/***/ 435:
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

/***/ 3331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ parseGivenImages),
/* harmony export */   g$: () => (/* binding */ enabledImages),
/* harmony export */   s6: () => (/* binding */ chooseImages)
/* harmony export */ });
/* harmony import */ var _text_attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2070);
/* harmony import */ var _text_csv_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9798);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1141);
/* harmony import */ var _text_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(455);




/** The images of a run without bake files. The same image twice counts once. @throws {ProblemError} where all are switched off. */
function chooseImages(given) {
    if (given.length > 0 && given.every(({ isEnabled }) => !isEnabled)) {
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({
            where: 'images',
            given: given.map(({ image }) => image.name).join(', '),
            wrong: 'leaves no image',
            accepted: 'name at least one image that has not enable=false',
        });
    }
    return enabledImages(given);
}
/**
 * Parses the `images` input: one name per line, or names with commas between them, or `name=ghcr.io/owner/app,enable=false`.
 * @param targets those that a line may begin with.
 * @throws {ProblemError}
 */
function parseGivenImages(input, targets) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)((0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .inputLines */ .KD)(input), ({ text, number }) => parseLine(text, `images, line ${number}`, targets)).flat();
}
/** Those that are not switched off, each once. */
function enabledImages(given) {
    const enabled = given.filter(({ isEnabled }) => isEnabled);
    const images = new Map(enabled.map(({ image }) => [image.name, image]));
    return { images: [...images.values()], notices: enabled.flatMap(({ notices }) => notices) };
}
function parseLine(text, where, targets) {
    const [first = '', ...others] = (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .splitFields */ .Kp)(text, where);
    const fields = others.length === 0 && first.includes(',') ? (0,_text_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .splitFields */ .Kp)(first, where) : [first, ...others]; // the whole line was in quotes
    const pairs = fields.filter((field) => field !== '').map(_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePair */ .Ar);
    if (pairs.length === 0)
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where, given: text, wrong: 'names no image', accepted: 'write ghcr.io/owner/app' });
    if (pairs.every(({ key }) => key === undefined))
        return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .collectAll */ ._U)(pairs, ({ value }) => ({ ...parseImage(value, where), target: undefined, isEnabled: true, where }));
    const target = targets.length === 0 ? undefined : findTarget(pairs, { where, text, targets });
    const named = pairs.map((pair) => (isTargetKey(pair.key) && target !== undefined ? { ...pair, key: 'name' } : pair));
    return [{ ...parseAttributes(named, where, text), target, where }];
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
        throw (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given: text, wrong: `names ${key}, which is not a target of the bake files`, name: key }, targets);
    return target;
}
const ATTRIBUTES = ['name', 'enable'];
function parseAttributes(pairs, where, text) {
    const unknown = pairs.find(({ key }) => isTargetKey(key));
    if (unknown !== undefined)
        throw (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given: text, wrong: `has the unknown attribute ${unknown.key}`, name: unknown.key ?? '' }, ATTRIBUTES);
    const names = pairs.filter(({ key }) => key !== 'enable');
    const [name] = names;
    if (name === undefined || name.value === '')
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({ where, given: text, wrong: 'names no image', accepted: 'write name=ghcr.io/owner/app,enable=true' });
    if (names.length > 1)
        throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ProblemError */ .Mm({
            where,
            given: text,
            wrong: 'names several images',
            accepted: 'give each image with attributes a line of its own',
        });
    const enable = pairs.findLast(({ key }) => key === 'enable');
    return { ...parseImage(name.value, where), isEnabled: enable === undefined || (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG)(enable.value, where, 'enable') };
}
/** Registries take lower case letters only. */
function parseImage(given, where) {
    const name = given.toLowerCase();
    const notices = name === given ? [] : [`${where}: ${given} is written ${name}, since image names have no upper case letters`];
    return { image: { ...(0,_text_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRepository */ .SU)(name, where), name }, notices };
}


/***/ }),

/***/ 1220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ listReferences)
/* harmony export */ });
/* harmony import */ var _text_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(455);

/** `octo/app:1.2.3`, image by image, as the user wrote the images; without an image the tags alone. A full reference comes where its image is, else last. */
function listReferences({ images, tags }) {
    const common = tags.filter(({ only }) => only === undefined).map(({ name }) => name);
    if (images.length === 0 && common.length === tags.length)
        return common;
    const particular = tags.flatMap(({ name, only }) => (only === undefined ? [] : [{ name, repository: (0,_text_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRepository */ .Sh)(only) }]));
    const known = new Set(images.map(_text_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRepository */ .Sh));
    const ofImages = images.flatMap((image) => tags
        .filter(({ only }) => only === undefined || (0,_text_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRepository */ .Sh)(only) === (0,_text_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRepository */ .Sh)(image))
        .map(({ name }) => `${image.name}:${name}`));
    return [
        ...new Set([
            ...ofImages,
            ...particular.filter(({ repository }) => !known.has(repository)).map(({ name, repository }) => `${repository}:${name}`),
        ]),
    ];
}


/***/ }),

/***/ 9657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ lacksCommitTime),
/* harmony export */   DR: () => (/* binding */ lacksRepository),
/* harmony export */   og: () => (/* binding */ makeContext)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5906);
/* harmony import */ var _trust_foreign_request_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6209);


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
        buildsOtherCommit: facts.buildsOtherCommit ?? false,
        foreignRequest: (0,_trust_foreign_request_js__WEBPACK_IMPORTED_MODULE_0__/* .findForeignRequest */ .R)(environment),
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
    const number = payload.number ?? (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(payload.pull_request).number;
    return event === 'pull_request_target' && typeof number === 'number' ? `refs/pull/${number}/merge` : ref;
}
function findSha({ payload, prHeadSha }, sha) {
    const head = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(payload.pull_request).head).sha);
    return prHeadSha && head !== undefined ? head : sha;
}
/** A pull request's base branch, or the branch that a pushed tag was made from (GitHub knows it for some tags only). */
function baseBranch(payload) {
    const base = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(payload.pull_request).base).ref) ?? (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(payload.base_ref) ?? '';
    return base.replace(/^refs\/heads\//, '');
}
/** The event's time where it is about this very commit, else the checkout's or the API's. */
function findCommitTime({ payload, commitTime, commitAnswer }, sha) {
    const listed = [payload.head_commit, (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(payload.merge_group).head_commit, ...(0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asList */ .DD)(payload.commits)].map(_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB);
    const inEvent = listed.find((commit) => commit.id === sha && isTime(commit.timestamp));
    const committer = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(commitAnswer?.commit).committer);
    return [inEvent?.timestamp, commitTime, committer.date].find(isTime);
}
/** An unreadable time is none: it would show up in labels and tags. */
function isTime(value) {
    return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
/** The API's answer is newer than the event (a repository may be renamed); where there is one, its `null` means none. */
function makeRepository({ payload, repositoryAnswer }, fullName) {
    const source = repositoryAnswer ?? (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(payload.repository);
    return {
        fullName,
        name: textOrNone(source.name),
        description: textOrNone(source.description),
        htmlUrl: textOrNone(source.html_url),
        defaultBranch: (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(source.default_branch) ?? (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(payload.repository).default_branch),
        license: source.license === null ? '' : textOrNone((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(source.license).spdx_id),
        private: typeof source.private === 'boolean' ? source.private : undefined,
    };
}
function textOrNone(value) {
    return value === null ? '' : (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(value);
}
function makeRun(read) {
    return {
        id: read('RUN_ID'),
        number: read('RUN_NUMBER'),
        attempt: read('RUN_ATTEMPT'),
        actor: read('ACTOR'),
        serverUrl: read('SERVER_URL'),
    };
}


/***/ }),

/***/ 8828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M7: () => (/* binding */ usesMeta),
/* harmony export */   M8: () => (/* binding */ checkMeta),
/* harmony export */   Pw: () => (/* binding */ META_NAMES),
/* harmony export */   RR: () => (/* binding */ expandForAll),
/* harmony export */   _N: () => (/* binding */ findStrayMeta),
/* harmony export */   fX: () => (/* binding */ metaOf)
/* harmony export */ });
/* harmony import */ var _text_attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2070);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);
/* harmony import */ var _list_references_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1220);



/** Those that templates know; build-args and `set` know `meta.labels.KEY` too. */
const META_NAMES = ['meta.version', 'meta.tags'];
/** `{{meta.version}}`, `{{ meta.tags }}`, `{{{meta.labels.org.opencontainers.image.title}}}`. Whatever else has two braces is not ours. */
const META = /\{\{\{?\s*meta\.([^\s{}]+)\s*\}\}\}?/g;
const KNOWN = /^(?:version|tags|labels\..+)$/;
const NAMES = [...META_NAMES, 'meta.labels.KEY'];
function metaOf(naming) {
    return { version: naming.version, tags: (0,_list_references_js__WEBPACK_IMPORTED_MODULE_2__/* .listReferences */ .X)(naming), labels: naming.labels };
}
function usesMeta(text) {
    return /\{\{\{?\s*meta\./.test(text);
}
/** The text as it was given. @throws {ProblemError} where it names what no naming says, or does more than name it. */
function checkMeta(text, where) {
    for (const [given, name = ''] of text.matchAll(META)) {
        if (!KNOWN.test(name))
            throw (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given, wrong: 'names nothing that is known', name: `meta.${name}` }, NAMES);
    }
    if (!usesMeta(text.replace(META, '')))
        return text;
    const accepted = `write ${NAMES.map((name) => `{{${name}}}`).join(', ')}, with nothing else between the braces`;
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where, given: text, wrong: 'has more than a name after {{', accepted });
}
/** Inputs that are read before the image has a name, or that decide it. */
const READ_BEFORE = 'vars context file target version cache-from cache-to build-contexts exports extra-args attests'.split(' ');
function findStrayMeta(text) {
    const accepted = '{{meta.…}} works in build-args, labels, annotations and set';
    return READ_BEFORE.filter((name) => usesMeta(text(name))).map((where) => ({ where, wrong: 'names what the image is called', accepted }));
}
/** Puts the values in the place of their names, once. @throws {ProblemError} for a label that the image does not have. */
function expandMeta(text, { version, tags, labels }, { where, encode = (value) => value }) {
    return text.replace(META, (given, name) => {
        if (name === 'version')
            return encode(version);
        if (name === 'tags')
            return encode(tags.join(','));
        const key = name.replace(/^labels\./, '');
        const value = labels[key];
        if (value !== undefined)
            return encode(value);
        throw (0,_text_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownName */ .U0)({ where, given, wrong: 'is a label that the image does not have', name: key }, Object.keys(labels));
    });
}
/**
 * The same for a text that holds for several images.
 * @throws {ProblemError} where they are called differently, so that no value holds for all, or where there is none.
 */
function expandForAll(text, metas, place) {
    if (!usesMeta(text))
        return text;
    const [value, ...others] = new Set(metas.map((meta) => expandMeta(text, meta, place)));
    if (value !== undefined && others.length === 0)
        return value;
    const wrong = value === undefined ? 'has no value where no image is named' : 'differs from target to target';
    const accepted = value === undefined ? 'name an image, or leave it out' : 'write it target by target in set, such as web.args.VERSION={{meta.version}}';
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .Mm({ where: place.where, given: text, wrong, accepted });
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ parseNamings)
});

// UNUSED EXPORTS: parseTargetNamings

// EXTERNAL MODULE: ./.build/plan/text/bake-definition.js
var bake_definition = __nccwpck_require__(1203);
// EXTERNAL MODULE: ./.build/plan/text/problem.js
var text_problem = __nccwpck_require__(1141);
// EXTERNAL MODULE: ./.build/plan/naming/annotations.js
var naming_annotations = __nccwpck_require__(7215);
// EXTERNAL MODULE: ./.build/plan/naming/images.js
var naming_images = __nccwpck_require__(3331);
// EXTERNAL MODULE: ./.build/plan/text/attributes.js
var text_attributes = __nccwpck_require__(2070);
// EXTERNAL MODULE: ./.build/plan/text/csv.js
var csv = __nccwpck_require__(9798);
;// CONCATENATED MODULE: ./.build/plan/naming/flavor.js



const NAMES = ['latest', 'prefix', 'suffix', 'onlatest'];
const LATEST = { auto: 'auto', true: 'always', false: 'never' };
/** Reads the `flavor` input: `latest=auto`, `prefix=a-,onlatest=true`, `suffix=-b`. Of a repeated one the last counts, and of `onlatest` the last that is said of it. @throws {ProblemError} */
function parseFlavor(input, readTemplate) {
    const lines = (0,text_problem/* collectAll */._U)((0,csv/* inputLines */.KD)(input), ({ text, number }) => parseLine(text, `flavor, line ${number}`, readTemplate));
    const settings = lines.flat();
    const find = (name) => {
        const own = settings.filter((setting) => setting.name !== 'latest').filter((setting) => setting.name === name);
        const onLatest = own.findLast((setting) => setting.onLatest !== undefined)?.onLatest ?? false;
        return { template: own.at(-1)?.template ?? readTemplate('', 'flavor'), onLatest };
    };
    const latest = settings.filter((setting) => setting.name === 'latest').at(-1)?.value ?? 'auto';
    return { latest, prefix: find('prefix'), suffix: find('suffix') };
}
function parseLine(text, where, readTemplate) {
    const pairs = (0,csv/* splitFields */.Kp)(text, where).map((field) => ({ field, ...(0,text_attributes/* parsePair */.Ar)(field) }));
    return (0,text_problem/* collectAll */._U)(pairs, ({ field, key, value }, index) => {
        if (key === 'latest')
            return { name: key, value: parseLatest(value, where) };
        const next = pairs[index + 1];
        const onLatest = next?.key === 'onlatest' ? (0,text_attributes/* parseBoolean */.yG)(next.value, where, 'onlatest') : undefined;
        if (key === 'prefix' || key === 'suffix')
            return { name: key, template: readTemplate(value, where), onLatest };
        if (key === 'onlatest')
            return checkOnLatest(field, pairs[index - 1]?.key, where);
        throw (0,text_attributes/* unknownName */.U0)({ where, given: field, wrong: 'unknown flavor', name: key ?? field }, NAMES);
    }).filter((setting) => setting !== undefined);
}
function parseLatest(value, where) {
    const latest = LATEST[value];
    if (latest === undefined)
        throw (0,text_attributes/* unknownName */.U0)({ where, given: `latest=${value}`, wrong: 'is neither auto, true nor false', name: value }, Object.keys(LATEST));
    return latest;
}
/** It belongs to the prefix or suffix before it on its line. */
function checkOnLatest(field, before, where) {
    if (before === 'prefix' || before === 'suffix')
        return undefined;
    throw new text_problem/* ProblemError */.Mm({
        where,
        given: field,
        wrong: 'has no prefix or suffix before it on its line',
        accepted: 'write prefix=dev-,onlatest=true',
    });
}

// EXTERNAL MODULE: ./.build/plan/changed-files.js
var changed_files = __nccwpck_require__(5022);
// EXTERNAL MODULE: ./.build/plan/text/lists.js
var lists = __nccwpck_require__(6279);
;// CONCATENATED MODULE: ./.build/plan/naming/labels.js



/**
 * Reads `key=value` lines. The first `=` ends the key; what follows is data: blanks at the ends go, quotes and commas stay. A line in
 * quotes may hold line breaks (`"key=one` … `two"`), and a quote within it is doubled. Of a line whose `=` is within a block
 * (`{{#if branch}}key=value{{/if}}`) the rendered text is read.
 * @throws {ProblemError} for a line without `=`, an empty key, a quote that is not closed, a broken template.
 */
function parseLabelLines(input, name, readTemplate) {
    const records = (0,lists/* parseRecords */.Q4)(input, name).filter(({ text, isQuoted }) => isQuoted || !text.startsWith('#'));
    return (0,text_problem/* collectAll */._U)(records, ({ text, number }) => {
        const where = `${name}, line ${number}`;
        const equals = findEquals(text);
        if (equals === undefined)
            return parseWhole(text, where, readTemplate);
        const key = text.slice(0, equals).trim();
        if (key === '')
            throw new text_problem/* ProblemError */.Mm({ where, given: text, wrong: 'has no key', accepted: 'write key=value' });
        const [ownKey, value] = [readTemplate(key, where), readTemplate(text.slice(equals + 1).trim(), where)];
        return { text: ownKey.text, where, render: (scope) => [ownKey.render(scope), value.render(scope)] };
    });
}
/** `{{#`, `{{^` and `{{/`, other templates, and `=`. */
const TOKENS = /\{\{\{?~?\s*([#^/]?)(.*?)\}\}\}?|=/gs;
/** The first `=` that stands outside of templates and blocks. */
function findEquals(text) {
    let depth = 0;
    for (const { 0: token, 1: kind, 2: rest = '', index } of text.matchAll(TOKENS)) {
        if (token === '=' && depth === 0)
            return index;
        if (kind === '/')
            depth -= 1;
        else if (kind !== undefined && kind !== '' && rest.trim() !== '')
            depth += 1; // {{^}} alone is an else
    }
    return undefined;
}
function parseWhole(text, where, readTemplate) {
    const problem = (wrong) => new text_problem/* ProblemError */.Mm({ where, given: text, wrong, accepted: 'write key=value' });
    if (!text.includes('='))
        throw problem('has no =');
    const line = readTemplate(text, where);
    const render = (scope) => {
        const rendered = line.render(scope).trim();
        const equals = rendered.indexOf('=');
        if (rendered === '')
            return undefined;
        if (equals < 0)
            throw problem('has no = for this run');
        return [rendered.slice(0, equals).trim(), rendered.slice(equals + 1).trim()];
    };
    return { text, where, render };
}
/** @throws {ProblemError} where a key's template is empty for this run. */
function renderLabels(lines, scope, where) {
    const pairs = (0,text_problem/* collectAll */._U)(lines, ({ text, render }) => {
        const pair = render(scope);
        if (pair === undefined || pair[0] !== '')
            return pair;
        throw new text_problem/* ProblemError */.Mm({ where, given: text, wrong: 'is an empty key for this run', accepted: 'use a key that is never empty' });
    });
    return Object.fromEntries(pairs.filter((pair) => pair !== undefined));
}
/** Lines whose key another one has, too: the last one counts. */
function describeRepeated(lines) {
    const repeated = lines.filter(({ text }, index) => lines.findLastIndex((other) => other.text === text) > index);
    return repeated.map(({ text, where }) => `${where}: ${text} is given again in a later line, which counts`);
}
/** The labels that every image gets. Unknown facts are left out; those that are known to be empty are empty. @see https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md#pre-defined-annotation-keys */
function makeSourceLabels(context, version) {
    const { repository, sha, commitTime } = context;
    const { name, description, htmlUrl, license } = repository;
    const facts = {
        title: name,
        description,
        url: htmlUrl,
        source: htmlUrl,
        version,
        created: commitTime,
        revision: sha !== '' && (0,changed_files/* isChanged */.Hq)(context) ? `${sha}${changed_files/* DIRTY */.jm}` : sha,
        licenses: license,
    };
    const known = Object.entries(facts).filter((pair) => pair[1] !== undefined);
    return Object.fromEntries(known.map(([key, value]) => [`org.opencontainers.image.${key}`, value]));
}
function sortLabels(labels) {
    return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

// EXTERNAL MODULE: ./.build/plan/naming/list-references.js
var list_references = __nccwpck_require__(1220);
// EXTERNAL MODULE: ./.build/plan/naming/meta.js
var meta = __nccwpck_require__(8828);
// EXTERNAL MODULE: ./.build/plan/text/reference.js
var reference = __nccwpck_require__(455);
;// CONCATENATED MODULE: ./.build/plan/naming/tag-name.js

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
    const plain = replaceLetters(text);
    if ((0,reference/* isTag */.dz)(plain))
        return plain;
    const hash = hashText(text);
    const begun = plain.replace(/^[.-]+/, '').slice(0, MAX_TAG_LENGTH - 1 - HASH_DIGITS);
    const mended = begun.replace(/[.-]+$/, '');
    return mended === '' ? `ref-${hash}` : `${mended}-${hash}`;
}
/** Whether a text takes more to be a tag than dashes in the place of letters. */
function needsHash(text) {
    return text !== '' && !(0,reference/* isTag */.dz)(replaceLetters(text));
}
/** The tag that somebody may have meant who wrote a text that {@link needsHash}; undefined where nothing of it is left. */
function nearestTag(text) {
    const near = replaceLetters(text)
        .replace(/^[.-]+/, '')
        .slice(0, MAX_TAG_LENGTH)
        .replace(/-+$/, '');
    return near === '' ? undefined : near;
}
/** Why a text that {@link needsHash} is no tag, as the end of a sentence. */
function describeWrongTag(text) {
    if (text === '')
        return 'has no tag after its colon';
    if (text.length > MAX_TAG_LENGTH)
        return `has a tag of ${text.length} characters, and registries take at most ${MAX_TAG_LENGTH}`;
    return 'has a tag that no registry takes (letters, digits, _, . and -, and neither . nor - at the beginning)';
}
function replaceLetters(text) {
    return text.replace(/[^a-zA-Z0-9._-]+/g, '-');
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

// EXTERNAL MODULE: ./.build/plan/naming/template-text.js
var template_text = __nccwpck_require__(4739);
// EXTERNAL MODULE: ./.build/plan/naming/version/semver.js
var semver = __nccwpck_require__(868);
;// CONCATENATED MODULE: ./.build/plan/naming/rules/raw.js


const raw = {
    type: 'raw',
    priority: 200,
    attributes: ['value'],
    summary: 'the text of value=, always',
    compile: ({ attributes, where, template }) => {
        const value = attributes.get('value');
        if (value === undefined)
            throw new text_problem/* ProblemError */.Mm({ where, wrong: 'type=raw has no value', accepted: 'write type=raw,value=name' });
        const text = template(value);
        return ({ scope }) => {
            const rendered = text.render(scope); // it may be empty: a prefix is a tag too
            return { tags: [{ text: rendered, line: (0,semver/* parseSemver */.k)(rendered) === undefined ? { kind: 'other' } : undefined }] };
        };
    },
};

;// CONCATENATED MODULE: ./.build/plan/naming/rules/full-reference.js







const ATTRIBUTES = ['enable', 'priority', 'target'];
const DEFAULT_TAG = 'latest';
/**
 * Reads `ghcr.io/owner/app:1.2.3`, `app:build`, `owner/app` and several of them with commas between, as docker reads image names: a text with a
 * slash or a colon outside of `{{ }}`. `enable=`, `priority=` and `target=` may follow. Undefined for any other line, which is a rule.
 * @throws {ProblemError} for a text with a slash or a colon that is not an image name: a tag may have been meant.
 */
function parseReferences(text, { number, where }) {
    const fields = splitReferences(text, where);
    const given = fields.filter((field) => !(0,template_text/* maskTemplates */.q)(field).includes('='));
    const pairs = fields.filter((field) => !given.includes(field)).map(text_attributes/* parsePair */.Ar);
    if (!given.some(looksLikeName) || pairs.some(({ key }) => key === 'type' || key === 'value'))
        return undefined;
    const own = new Map(pairs.map(({ key = '', value }) => [checkAttribute(key, where), value]));
    return (0,text_problem/* collectAll */._U)(given, (field) => {
        if (!looksLikeName(field))
            throw bareWord(field, given.find(looksLikeName) ?? '', where);
        const { tag, notices, ...read } = parseReference(field, where);
        const attributes = new Map([...own, ['value', tag], ['prefix', ''], ['suffix', '']]);
        return { line: { type: raw, attributes, text: given.length > 1 ? field : text, number, where, notices }, ...read };
    });
}
/** The whole line may be in quotes. */
function splitReferences(text, where) {
    const fields = (0,csv/* splitFields */.Kp)(text, where);
    const [only = ''] = fields;
    return fields.length === 1 && looksLikeName(only) ? (0,csv/* splitFields */.Kp)(only, where) : fields;
}
function looksLikeName(field) {
    return /[/:]/.test((0,template_text/* maskTemplates */.q)(field));
}
function bareWord(given, image, where) {
    const name = image.replace(/:[^:/]*$/, '');
    const accepted = `write ${name}:${given} for the image, and a line of its own for the tag ${given}`;
    return new text_problem/* ProblemError */.Mm({ where, given, wrong: 'is a bare word beside images', accepted });
}
function checkAttribute(key, where) {
    if (ATTRIBUTES.includes(key))
        return key;
    throw (0,text_attributes/* unknownName */.U0)({ where, given: key, wrong: 'is not an attribute of an image name in tags', name: key }, ATTRIBUTES);
}
function parseReference(given, where) {
    const masked = (0,template_text/* maskTemplates */.q)(given);
    const colon = masked.lastIndexOf(':');
    const hasTag = colon > masked.lastIndexOf('/');
    const [name, tag] = hasTag ? [given.slice(0, colon), given.slice(colon + 1)] : [given, DEFAULT_TAG];
    const only = parseName({ given, name, where });
    if (!(0,reference/* isTag */.dz)(tag.replaceAll(template_text/* TEMPLATES */.Q, 'x')))
        throw wrongTag({ given, name, where }, tag);
    const isBare = !hasTag && only.registry === 'docker.io' && !name.startsWith('docker.io/');
    const notices = [...describeBare({ given, name, where }, isBare), ...describeCase({ given, name, where }, only)];
    return { only, tag, notices, bareName: isBare ? given : undefined };
}
/** What is wrong with the name; somebody may have meant a tag, in which these letters become dashes. */
function parseName({ given, name, where }) {
    const asTag = `for a tag of that text write type=raw,value=${given}`;
    if (name.includes('{{')) {
        const accepted = `write the image's name in full, with {{ }} in its tag alone; ${asTag}`;
        throw new text_problem/* ProblemError */.Mm({ where, given, wrong: 'has {{ }} in the name of an image', accepted });
    }
    if (name.endsWith('/')) {
        const accepted = `for a registry or owner before every image write images: ${name}app; ${asTag}`;
        throw new text_problem/* ProblemError */.Mm({ where, given, wrong: 'ends before the name of an image', accepted });
    }
    if (name === '')
        throw new text_problem/* ProblemError */.Mm({ where, given, wrong: 'has no image before its colon', accepted: asTag });
    try {
        return (0,reference/* parseRepository */.SU)(name, where);
    }
    catch (error) {
        if (!(error instanceof text_problem/* ProblemError */.Mm))
            throw error;
        throw new text_problem/* ProblemError */.Mm(error.problems.map((problem) => ({ ...problem, given, accepted: `${problem.accepted}; ${asTag}` })));
    }
}
function wrongTag({ given, name, where }, tag) {
    const mended = nearestTag(tag);
    const accepted = mended === undefined ? `write ${name}:latest, or another tag after the colon` : `write ${name}:${mended}`;
    return new text_problem/* ProblemError */.Mm({ where, given, wrong: describeWrongTag(tag), accepted });
}
function describeBare({ given, where }, isBare) {
    if (!isBare)
        return [];
    return [`${where}: ${given} means the image ${given}:${DEFAULT_TAG}; for a tag of that text write type=raw,value=${given}`];
}
/** An owner with upper case letters is the host of a registry for docker, and often meant otherwise. */
function describeCase({ name, where }, only) {
    if (name === name.toLowerCase())
        return [];
    const { registry, path } = only;
    if (/[.:]/.test(registry))
        return name.endsWith(path) ? [] : [`${where}: ${name} is written ${registry}/${path}, since image names have no upper case letters`];
    return [`${where}: ${registry} in ${name} is the host of a registry, as docker reads it; for Docker Hub write ${name.toLowerCase()}`];
}

;// CONCATENATED MODULE: ./.build/plan/naming/rules/rule.js
/** Why nothing was given. */
function nothing(reason) {
    return { reason };
}
const QUOTE_LENGTH = 80;
/** A ref in a reason: in quotes, and not longer than one reads. */
function quote(text) {
    return JSON.stringify(text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text);
}

;// CONCATENATED MODULE: ./.build/plan/naming/rules/edge.js

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
                return nothing('the ref is not a branch');
            if (wanted === undefined)
                return nothing("the repository's default branch is not known here; name it with branch=");
            if (branch !== wanted)
                return nothing(`the branch is ${branch}, not ${wanted}`);
            return { tags: [{ text: 'edge', line: { kind: 'branch', branch } }] };
        };
    },
};

;// CONCATENATED MODULE: ./.build/plan/naming/pattern.js

/** The longest text that is matched; git refs on GitHub have at most 255 bytes. */
const MAX_TEXT = 10_000;
const MAX_SOURCE = 1_000;
/**
 * Reads `v(\d+)` or `/v(\d+)/i`, as JavaScript has it.
 * @throws {ProblemError} naming what is wrong with it.
 */
function parsePattern(text, where) {
    const problem = (wrong, accepted) => new text_problem/* ProblemError */.Mm({ where, given: text, wrong, accepted });
    const [, wrapped, given] = /^\/(.+)\/([^/]*)$/s.exec(text) ?? [];
    const [source, flags] = [wrapped ?? text, given ?? ''];
    if (source.length > MAX_SOURCE)
        throw problem('is too long for a regular expression', `write at most ${MAX_SOURCE} characters`);
    try {
        // The empty alternative matches at once, and says which groups there are.
        const every = new RegExp(`${source}|`, flags).exec('');
        new RegExp(source, flags);
        return { source, flags, groups: (every?.length ?? 1) - 1, names: Object.keys(every?.groups ?? {}), where };
    }
    catch (error) {
        throw problem('cannot be read as a regular expression', error instanceof Error ? error.message.replace(/^Invalid regular expression: /, 'JavaScript says: ') : String(error));
    }
}
/**
 * @returns undefined where the text does not match.
 * @throws {ProblemError} where the text is too long, or the expression too slow for it.
 */
function matchPattern(pattern, text, search) {
    const problem = (wrong, accepted) => new text_problem/* ProblemError */.Mm({ where: pattern.where, given: pattern.source, wrong, accepted });
    if (text.length > MAX_TEXT)
        throw problem(`cannot match ${text.length} characters`, `at most ${MAX_TEXT} characters are matched`);
    const found = search(pattern, text);
    if (found === 'too slow')
        throw problem(`takes more than a second on ${text.length} characters`, 'write it without nested repetitions such as (a+)+');
    return found;
}

// EXTERNAL MODULE: ./.build/plan/naming/version/tag-version.js
var tag_version = __nccwpck_require__(5399);
;// CONCATENATED MODULE: ./.build/plan/naming/rules/match.js




const match = {
    type: 'match',
    priority: 800,
    attributes: ['pattern', 'group', 'value'],
    summary: 'what the regular expression pattern= (or its group group=) finds in the git tag, or in value=',
    readsVersion: true,
    compile: (source) => {
        const { attributes, where, template } = source;
        const given = attributes.get('pattern');
        if (given === undefined)
            throw new text_problem/* ProblemError */.Mm({ where, wrong: 'type=match has no pattern', accepted: 'write type=match,pattern=v(.*),group=1' });
        const pattern = given === '' ? undefined : parsePattern(given, where);
        const group = parseGroup(source, pattern);
        const value = attributes.get('value') ? template(attributes.get('value') ?? '') : undefined;
        return ({ versionText, scope, search }) => {
            const text = value === undefined ? versionText : value.render(scope);
            if (text === undefined)
                return nothing('the ref is not a tag, and there is no value=');
            return pattern === undefined ? nothing('its pattern is empty') : find({ pattern, group, search }, text);
        };
    },
};
function find({ pattern, group, search }, text) {
    const found = matchPattern(pattern, text, search);
    if (found === undefined)
        return nothing(`its pattern does not match ${quote(text)}`);
    const part = typeof group === 'number' ? found.groups[group] : found.named[group];
    if (part === undefined)
        return nothing(describeMissing(pattern, group, found));
    if (part === '')
        return nothing(`its pattern finds an empty text in ${quote(text)}`);
    const release = (0,tag_version/* parseTagVersion */.A)(text);
    return { tags: [{ text: part, line: lineOf(part, text, release) }], release };
}
function describeMissing({ groups }, group, found) {
    const count = `${groups} group${groups === 1 ? '' : 's'}`;
    return typeof group === 'number' && group >= found.groups.length
        ? `its pattern has ${count}, so there is no group ${group}`
        : `group ${group} took no part in the match`;
}
/** `0` is the whole match; a group may have a name. */
function parseGroup({ attributes, where }, pattern) {
    const given = attributes.get('group') ?? '0';
    if (/^(?:0|[1-9]\d?)$/.test(given))
        return Number(given);
    if (pattern?.names.includes(given) === true)
        return given;
    const names = pattern?.names.join(', ') ?? '';
    const accepted = `write a number from 0 (the whole match) to 99, without signs or leading zeros${names === '' ? '' : `, or a name: ${names}`}`;
    throw new text_problem/* ProblemError */.Mm({ where, given: `group=${given}`, wrong: 'is not a group', accepted });
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

// EXTERNAL MODULE: ./.build/plan/naming/version/pep440.js
var pep440 = __nccwpck_require__(4811);
;// CONCATENATED MODULE: ./.build/plan/naming/rules/version-rule.js





/** `type=semver` and `type=pep440`: a version read from the git tag or value=, printed by pattern=. */
function makeVersionRule({ type, names, read, summary }) {
    return {
        type,
        priority: 900,
        attributes: ['pattern', 'value', 'match', 'zero-major'],
        summary,
        readsVersion: true,
        compile: (source) => {
            const { attributes, where } = source;
            const pattern = readPattern(source, { type, names });
            const value = attributes.get('value') ? source.template(attributes.get('value') ?? '') : undefined;
            const filter = attributes.get('match') ? parsePattern(attributes.get('match') ?? '', where) : undefined;
            return (facts) => {
                const text = value === undefined ? facts.versionText : value.render(facts.scope);
                if (text === undefined)
                    return nothing('the ref is not a tag, and there is no value=');
                const part = filter === undefined ? text : applyFilter(filter, text, facts.search);
                if (part === undefined)
                    return nothing(`match= does not match ${quote(text)}`);
                const reading = read(part);
                if (reading === undefined)
                    return nothing(`${quote(part)} is not a ${type} version`);
                return print({ ...reading, isCut: isCut(reading, part, text) }, pattern, facts.scope);
            };
        },
    };
}
/** Whether match= took a stable version out of a tag that names a prerelease. */
function isCut(reading, part, text) {
    return reading.isStable && part !== text && (0,tag_version/* parseTagVersion */.A)(text)?.isStable === false;
}
/** The first group where the pattern has one, else the whole match. */
function applyFilter(filter, text, search) {
    return matchPattern(filter, text, search)?.groups[filter.groups === 0 ? 0 : 1];
}
function readPattern(source, { type, names }) {
    const { attributes, where, template } = source;
    const given = attributes.get('pattern');
    if (given === undefined)
        throw new text_problem/* ProblemError */.Mm({ where, wrong: `type=${type} has no pattern`, accepted: `write type=${type},pattern={{version}}` });
    const hasZero = (0,text_attributes/* parseBoolean */.yG)(attributes.get('zero-major') ?? 'true', where, 'zero-major');
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

;// CONCATENATED MODULE: ./.build/plan/naming/rules/pep440.js


const pep440_pep440 = makeVersionRule({
    type: 'pep440',
    names: pep440/* PEP440_NAMES */.v,
    read: pep440/* parsePep440 */.F,
    summary: 'the Python version of the git tag (or of value=), as pattern= prints it; of a prerelease the full version alone',
});

;// CONCATENATED MODULE: ./.build/plan/naming/rules/ref.js




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
            throw new text_problem/* ProblemError */.Mm({ where, wrong: 'type=ref has no event', accepted: 'write event=branch, event=tag or event=pr' });
        if (!isEvent(event))
            throw (0,text_attributes/* unknownName */.U0)({ where, given: `event=${event}`, wrong: 'is not an event of type=ref', name: event }, names);
        return EVENTS[event];
    },
};
function isEvent(event) {
    return Object.hasOwn(EVENTS, event);
}
function fromBranch({ branch }) {
    return branch === undefined ? nothing('the ref is not a branch') : { tags: [{ text: branch, line: { kind: 'branch', branch } }] };
}
/** A version is released once; another git tag (`stable`, `nightly`) may well be moved, and its image with it. */
function fromTag({ tag }) {
    if (tag === undefined)
        return nothing('the ref is not a tag');
    const release = (0,tag_version/* parseTagVersion */.A)(tag);
    return { tags: [{ text: tag, line: release === undefined ? { kind: 'other' } : undefined }], release };
}
function fromPullRequest({ pullRequest }) {
    if (pullRequest === undefined)
        return nothing('the ref is not a pull request');
    return { tags: [{ text: pullRequest, prefix: 'pr-', line: { kind: 'pull-request', number: pullRequest } }] };
}

// EXTERNAL MODULE: ./.build/plan/naming/version/variant.js
var version_variant = __nccwpck_require__(3499);
;// CONCATENATED MODULE: ./.build/plan/naming/rules/reserved.js

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
    if (tag.line?.kind !== 'branch' || (0,semver/* parseSemver */.k)(tag.text) === undefined)
        return describeReserved(tag);
    return `the branch is named ${tag.text}, like a released version; type=ref,event=branch would give it`;
}

;// CONCATENATED MODULE: ./.build/plan/naming/rules/release.js







const release = {
    type: 'release',
    priority: 950,
    attributes: ['prefix-of-tag', 'channels', 'variants'],
    summary: 'of a released version `X.Y.Z`, `X.Y` and `X` (not 0), of a prerelease its full version alone, else the branch or `pr-` and the number',
    readsVersion: true,
    compile: (source) => {
        const prefix = source.attributes.get('prefix-of-tag') ?? '';
        const channels = parseNames(source, 'channels');
        const variants = parseNames(source, 'variants');
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
    const found = (0,tag_version/* parseTagVersion */.A)(tag);
    if (prefix !== '' && !tag.startsWith(prefix))
        return nothing(`the tag ${quote(tag)} does not begin with ${prefix}`);
    const version = prefix === '' ? found : (0,tag_version/* parseTagVersion */.A)(tag.slice(prefix.length));
    if (version === undefined || version.release.length < 2)
        return nothing(`the tag ${quote(tag)} names no version of two to four parts`);
    if (!/^[vV]?$/.test(version.prefix))
        return nothing(`before its version the tag ${quote(tag)} has ${version.prefix}; to read it write prefix-of-tag=${prefix}${version.prefix}`);
    return describe(version, options);
}
function describe(version, { channels, variants }) {
    const { rest, variant } = (0,version_variant/* splitVariant */.m)(version.rest, variants);
    const bare = (0,tag_version/* parseTagVersion */.A)(`${version.release.join('.')}${rest}`) ?? version;
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
function parseNames({ attributes, where }, key) {
    const names = (attributes.get(key) ?? '').split(/[\s|]+/).filter((name) => name !== '');
    const bad = names.find((name) => !(0,reference/* isTag */.dz)(name));
    if (bad === undefined)
        return names;
    throw new text_problem/* ProblemError */.Mm({
        where,
        given: `${key}=${names.join(' ')}`,
        wrong: `holds ${JSON.stringify(bad)}, which is not a name`,
        accepted: `write names with blanks between them, such as ${key}=rc beta`,
    });
}

;// CONCATENATED MODULE: ./.build/plan/naming/rules/schedule.js

const schedule = {
    type: 'schedule',
    priority: 1000,
    attributes: ['pattern'],
    summary: '`nightly`, or the text of pattern=, where a schedule started the workflow',
    compile: ({ attributes, template }) => {
        const pattern = template(attributes.get('pattern') ?? 'nightly');
        return ({ context, scope }) => {
            const { name } = context.event;
            if (!name.includes('schedule'))
                return nothing(name === '' ? 'there is no event' : `the event is ${name}, not schedule`);
            const text = pattern.render(scope);
            return text === '' ? nothing('its pattern is empty here') : { tags: [{ text, line: { kind: 'schedule' } }] };
        };
    },
};

;// CONCATENATED MODULE: ./.build/plan/naming/rules/semver.js


const semver_semver = makeVersionRule({
    type: 'semver',
    names: semver/* SEMVER_NAMES */.i,
    read: semver/* parseSemver */.k,
    summary: 'the semantic version of the git tag (or of value=), as pattern= prints it; of a prerelease the full version alone',
});

;// CONCATENATED MODULE: ./.build/plan/naming/rules/sha.js


const FORMATS = ['short', 'long'];
const sha = {
    type: 'sha',
    priority: 100,
    attributes: ['format'],
    summary: 'the commit, short or with format=long in full',
    compile: ({ attributes, where }) => {
        const format = attributes.get('format') ?? 'short';
        if (!FORMATS.includes(format))
            throw (0,text_attributes/* unknownName */.U0)({ where, given: `format=${format}`, wrong: 'is not a commit format', name: format }, FORMATS);
        return ({ context, shortSha }) => {
            if (context.sha === '')
                return nothing('the commit is not known');
            return { tags: [{ text: format === 'long' ? context.sha : shortSha, prefix: 'sha-', line: undefined }] };
        };
    },
};

;// CONCATENATED MODULE: ./.build/plan/naming/rules/list.js









/** Every type of rule there is, by priority. */
const RULE_TYPES = [schedule, release, semver_semver, pep440_pep440, match, edge, ref, raw, sha];

;// CONCATENATED MODULE: ./.build/plan/naming/rules/rule-line.js




const COMMON = ['type', 'enable', 'priority', 'prefix', 'suffix', 'target'];
const TYPE_NAMES = RULE_TYPES.map(({ type }) => type);
const EVERY_ATTRIBUTE = [...new Set([...COMMON, ...RULE_TYPES.flatMap(({ attributes }) => attributes)])];
/**
 * Reads `type=semver,pattern={{version}}`; a line without a type is a raw value. Undefined for a line of nothing but commas.
 * @throws {ProblemError} for unknown types and attributes, with the nearest known one.
 */
function parseRuleLine(line, where) {
    const fields = unwrap((0,csv/* splitFields */.Kp)(line.text, where), where);
    if (fields.length === 0)
        return undefined;
    const pairs = fields.map(text_attributes/* parsePair */.Ar);
    const type = findType(pairs.findLast(({ key }) => key === 'type')?.value ?? 'raw', where);
    const attributes = new Map(pairs.map(({ key, value }) => [key ?? nameBareField(type, { value, fields, where }), value]));
    const notices = [...attributes].flatMap(([key, value]) => checkName(key, value, { type, where }));
    const bare = pairs.filter(({ key }) => key === undefined);
    if (bare.length > 1 && bare.length === pairs.length)
        throw severalTags(line.text, where);
    if (bare.length > 1)
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
        throw (0,text_attributes/* unknownName */.U0)({ where, given: `type=${name}`, wrong: 'unknown rule type', name }, TYPE_NAMES);
    return found;
}
/** Only a raw rule has a field without a name; elsewhere it is a comma too much, or a typing error. */
function nameBareField(type, { value, fields, where }) {
    if (type.type === 'raw')
        return 'value';
    if (fields.some((field) => /^(?:pattern|match|value)\s*=/i.test(field)))
        throw commaProblem(value, where);
    throw new text_problem/* ProblemError */.Mm({
        where,
        given: value,
        wrong: `has no =`,
        accepted: `type=${type.type} knows ${[...COMMON, ...type.attributes].join(', ')}`,
    });
}
function commaProblem(given, where, wrong = 'has no name') {
    return new text_problem/* ProblemError */.Mm({
        where,
        given,
        wrong: `${wrong}, since a comma ends a field`,
        accepted: 'put quotes around a field that holds a comma, such as "pattern=\\d{1,2}"',
    });
}
/** docker would take bare words for images, metadata-action for tags. */
function severalTags(given, where) {
    const accepted = 'write one tag per line, or several images with their tags: owner/app:1.2,owner/app:latest';
    return new text_problem/* ProblemError */.Mm({ where, given, wrong: 'has several values, since a comma ends a field', accepted });
}
/** Attributes of the input flavor, which says it of all rules. */
const FLAVOR_NAMES = ['latest', 'onlatest'];
/** `onlatest=false` asks for what happens anyway. @throws {ProblemError} for what would do nothing. */
function checkFlavorName(key, value, where) {
    const says = key === 'latest' ? 'whether latest is given' : 'whether latest has the prefix or suffix before it';
    if (key === 'onlatest' && value === 'false')
        return [`${where}: onlatest=false does nothing here: flavor says ${says}, and without it latest has none`];
    const accepted = key === 'latest' ? `write flavor: latest=${value}` : 'write flavor: prefix=…,onlatest=true';
    throw new text_problem/* ProblemError */.Mm({ where, given: `${key}=${value}`, wrong: `is not an attribute of a rule: flavor sets ${says}`, accepted });
}
/** An attribute of another type does nothing here; it has always been accepted, so it is said rather than refused. */
function checkName(key, value, { type, where }) {
    const known = [...COMMON, ...type.attributes];
    if (known.includes(key))
        return [];
    if (FLAVOR_NAMES.includes(key))
        return checkFlavorName(key, value, where);
    if (EVERY_ATTRIBUTE.includes(key))
        return [`${where}: ${key}= does nothing with type=${type.type}`];
    throw (0,text_attributes/* unknownName */.U0)({ where, given: key, wrong: `is not an attribute of type=${type.type}`, name: key }, known);
}

;// CONCATENATED MODULE: ./.build/plan/naming/rules/read-rules.js





/** What metadata-action does without a `tags` input. */
const DEFAULTS = ['type=schedule', 'type=ref,event=branch', 'type=ref,event=tag', 'type=ref,event=pr'];
/** Why the default rules give nothing beside `images` where one word, or images that are written out, stand in their place. */
function describeForgone(rules) {
    const isOneWord = rules.length === 1 && rules[0]?.text === rules[0]?.literal;
    if (rules.length === 0 || (!isOneWord && rules.some(({ only }) => only === undefined)))
        return [];
    const usual = DEFAULTS.slice(1).join(', ');
    return [
        {
            rule: 'default rules',
            inputLine: 0,
            tags: [],
            reason: `tags is given; to follow the branch, git tag or pull request too add ${usual}`,
        },
    ];
}
/**
 * Reads the `tags` input, or the rules that stand for an empty one; they come by priority, those of one priority as they were written.
 * @param targets those that `target=` may name.
 * @throws {ProblemError}
 */
function parseRules(input, readTemplate, targets = []) {
    const lines = (0,csv/* cutQuotedLines */._r)((0,csv/* inputLines */.KD)(input));
    const written = lines.length > 0 ? lines : DEFAULTS.map((text) => ({ text, number: 0, isCut: false }));
    const rules = (0,text_problem/* collectAll */._U)(written, (line) => read_rules_parseLine(line, readTemplate, targets)).flat();
    return rules.toSorted((a, b) => b.priority - a.priority);
}
function read_rules_parseLine(line, readTemplate, targets) {
    const where = line.number === 0 ? 'tags' : `tags, line ${line.number}`;
    const references = parseReferences(line.text, { number: line.number, where });
    if (references !== undefined)
        return (0,text_problem/* collectAll */._U)(references, ({ line: each, only, bareName }) => ({
            ...readyRule(each, readTemplate, targets),
            only,
            ...(bareName === undefined ? {} : { bareName }),
        }));
    const read = parseRuleLine(line, where);
    if (read === undefined)
        return [];
    const notices = line.isCut ? [...read.notices, `${where}: only the first line of a quoted text counts`] : read.notices;
    return [readyRule({ ...read, notices }, readTemplate, targets)];
}
function checkTarget(target, targets, where) {
    if (targets === 'any' || targets.includes(target))
        return;
    const problem = { where, given: `target=${target}` };
    if (targets.length > 0)
        throw (0,text_attributes/* unknownName */.U0)({ ...problem, wrong: 'is not a target of the bake files', name: target }, targets);
    throw new text_problem/* ProblemError */.Mm({ ...problem, wrong: 'says nothing without bake-files', accepted: 'leave it out, or name bake-files' });
}
function readyRule(line, readTemplate, targets) {
    const { type, attributes, where, text, number, notices } = line;
    const target = attributes.get('target');
    if (target !== undefined)
        checkTarget(target, targets, where);
    const optional = (key) => {
        const value = attributes.get(key);
        return value === undefined ? undefined : readTemplate(value, where);
    };
    const parts = (0,text_problem/* collect */.Fo)({
        run: () => type.compile({ attributes, where, template: (value, names) => readTemplate(value, where, names) }),
        priority: () => parsePriority(attributes.get('priority'), type.priority, where),
        enable: () => parseEnable(attributes.get('enable') ?? 'true', where, readTemplate),
        prefix: () => optional('prefix'),
        suffix: () => optional('suffix'),
    });
    const written = number === 0 ? `${text} (default)` : text;
    const value = type.type === 'raw' ? attributes.get('value') : undefined;
    const literal = value === undefined || value.includes('{{') ? {} : { literal: value };
    const readsVersion = type.readsVersion === true && !attributes.get('value');
    return { ...parts, ...literal, readsVersion, text: written, number, where, notices, ...(target === undefined ? {} : { target }) };
}
function parsePriority(given, usual, where) {
    if (given === undefined)
        return usual;
    if (/^-?\d{1,9}$/.test(given))
        return Number(given);
    throw new text_problem/* ProblemError */.Mm({
        where,
        given: `priority=${given}`,
        wrong: 'is not a priority',
        accepted: 'write a whole number; the higher, the earlier',
    });
}
/** One that has no template is checked at once, whatever the event. */
function parseEnable(given, where, readTemplate) {
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
    throw new text_problem/* ProblemError */.Mm({ where, given: `enable=${text}`, wrong: 'is neither true nor false', accepted: near });
}

// EXTERNAL MODULE: ./.build/plan/text/json.js
var json = __nccwpck_require__(5906);
// EXTERNAL MODULE: ./.build/plan/naming/distinct-tags.js
var distinct_tags = __nccwpck_require__(435);
;// CONCATENATED MODULE: ./.build/plan/naming/rules/run-rules.js








/** Runs every rule. The tags come without duplicates, `latest` last unless a rule gave it. @throws {ProblemError} for an `enable` that renders to neither true nor false. */
function runRules(rules, flavor, facts) {
    const ran = (0,text_problem/* collectAll */._U)(rules, (rule) => runRule(rule, flavor, facts));
    const given = ran.flatMap(({ tags }) => tags);
    const { tag: latest, reason } = decideLatest(ran, flavor, facts);
    const outcomes = ran.map(({ outcome }) => outcome).toSorted((a, b) => a.inputLine - b.inputLine);
    return {
        tags: (0,distinct_tags/* distinctTags */.Q)(latest === undefined ? given : [...given, latest], run_rules_reference),
        rules: outcomes,
        latest: { tag: latest?.name, reason },
        notices: [...new Set(ran.flatMap(({ notices }) => notices))],
    };
}
function runRule(rule, flavor, facts) {
    const outcome = { rule: rule.text, inputLine: rule.number };
    const none = (reason) => ({ tags: [], release: undefined, outcome: { ...outcome, tags: [], reason }, notices: [] });
    const isEnabled = checkEnable(rule.enable.render(facts.scope).trim(), rule.where);
    if (isEnabled)
        refuseRefName(rule, facts);
    const given = isEnabled
        ? rule.run(facts)
        : { reason: `${rule.enable.text.includes('{{') ? `enable=${rule.enable.text} is false here` : 'enable=false'}` };
    if ('reason' in given)
        return none(given.reason);
    const taken = rule.number === 0 ? given.tags.map(describeReserved).find((reason) => reason !== undefined) : undefined;
    if (taken !== undefined)
        return none(taken);
    const texts = given.tags.map((tag) => ({ text: addAffixes(tag, rule, { flavor, scope: facts.scope }), line: tag.line }));
    const tags = texts.filter(({ text }) => text !== '').map(({ text, line }) => plan(text, line, rule));
    if (tags.length === 0)
        return none('its text is empty here');
    const names = tags.map(({ name }) => name);
    const notices = texts.map(({ text }) => text).flatMap((text) => describeMended(text, rule.where));
    return {
        tags,
        release: rule.only === undefined ? given.release : undefined,
        outcome: { ...outcome, tags: names, reason: undefined },
        notices,
    };
}
/** A tag that comes of a ref has to be something. */
function describeMended(text, where) {
    return needsHash(text) ? [`${where}: ${quote(text)} is not a valid tag, so it becomes ${makeTagName(text)}`] : [];
}
/** `tags: ${{ github.ref_name }}` on the branch `octo/app` means a tag, and `octo/app` is an image. @throws {ProblemError} */
function refuseRefName({ bareName, where }, { context }) {
    const { ref, event } = context;
    const head = (0,json/* asText */.e1)((0,json/* asObject */.eB)((0,json/* asObject */.eB)(event.payload.pull_request).head).ref);
    if (bareName === undefined || ![ref.replace(/^refs\/(?:heads|tags|pull)\//, ''), head].includes(bareName))
        return;
    throw new text_problem/* ProblemError */.Mm({
        where,
        given: bareName,
        wrong: 'is the name of this ref, and docker takes it for an image',
        accepted: `for a tag write type=ref,event=branch (event=tag, event=pr) or type=raw,value=${bareName}; for the image ${bareName}:latest`,
    });
}
function addAffixes({ text, prefix }, rule, { flavor, scope }) {
    const before = rule.prefix?.render(scope) ?? prefix ?? flavor.prefix.template.render(scope);
    const after = (rule.suffix ?? flavor.suffix.template).render(scope);
    return `${before}${text}${after}`;
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
        return { tag: undefined, reason: `${quote(other.version)} is not a stable version` };
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

;// CONCATENATED MODULE: ./.build/plan/naming/rules/typed-tags.js


const SHOWN_LENGTH = 40;
/**
 * Checks the tags that are written out, with what the flavor puts around them. One that comes of a ref is mended; one that somebody typed would not
 * be theirs any more.
 * @param flavor undefined where it is wrong by itself.
 * @throws {ProblemError} with the nearest tag that registries take.
 */
function checkTypedTags(rules, flavor) {
    if (flavor === undefined)
        return rules;
    (0,text_problem/* collectAll */._U)(rules, ({ literal, prefix, suffix, where }) => {
        if (literal === undefined)
            return;
        const before = (prefix ?? flavor.prefix.template).text;
        const after = (suffix ?? flavor.suffix.template).text;
        if (before.includes('{{') || after.includes('{{'))
            return;
        const text = `${before}${literal}${after}`;
        if (needsHash(text))
            throw new text_problem/* ProblemError */.Mm({ where, given: shorten(text), wrong: describeWrongTag(text), accepted: advise(text) });
    });
    return rules;
}
function advise(text) {
    const near = nearestTag(text);
    const write = near === undefined ? 'write letters, digits, _, . and -, such as 1.2.3' : `write ${shorten(near)}`;
    if (text.length > MAX_TAG_LENGTH)
        return 'write a shorter one';
    if (/^\$\w+$/.test(text))
        return `${write}, or {{env.${text.slice(1)}}} for the variable of that name, since no shell reads it`;
    return text.startsWith('-') && near !== undefined
        ? `${write}, or for tags that end with it leave this line out and write flavor: suffix=${text}`
        : write;
}
function shorten(text) {
    return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

;// CONCATENATED MODULE: ./.build/plan/naming/rules/version-input.js

/** What setup-buildx-action's `version` may be: a release of buildx, a channel, a build of its repository. */
const BUILDX = /^(?:v0\.\d+\.\d+(?:-rc\.?\d+)?|latest|edge|(?:cloud|lab|official):.*|https?:\/\/.*)$/;
/**
 * The text that version rules read: the `version` input, else the git tag.
 * @param tag the git tag; one that says the same version leaves no doubt.
 * @throws {ProblemError} where version rules would read what may be buildx's version.
 */
function parseVersionText(version, tag, rules) {
    if (version === '')
        return tag;
    if (version === tag || !BUILDX.test(version) || !rules.some(({ readsVersion }) => readsVersion))
        return version;
    const own = /^v\d/.test(version) ? version.slice(1) : '1.2.3';
    throw new text_problem/* ProblemError */.Mm({
        where: 'version',
        given: version,
        wrong: 'may be the version of buildx, as in setup-buildx-action, and version rules would read it as that of the image',
        accepted: `for buildx leave it out, since the machine's is used; for the image write ${own}`,
    });
}
/** What is to be said of a version that no rule reads. */
function describeIdleVersion(version, rules) {
    if (version === '' || rules.some(({ readsVersion }) => readsVersion))
        return [];
    const advice = BUILDX.test(version) ? ' As that of buildx leave it out: the machine’s is used.' : '';
    return [`version: no rule reads ${version}, only type=release, semver, pep440 and match without value= do.${advice}`];
}

;// CONCATENATED MODULE: ./.build/plan/naming/dates.js
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
function parseZone(name) {
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

;// CONCATENATED MODULE: ./.build/plan/naming/template-date.js

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
    const zone = parseZone(zoneName);
    if (zone === undefined) {
        throw problem(`has the unknown time zone ${JSON.stringify(zoneName)}`, "write a name such as tz='Europe/Paris', or an offset such as tz='+09:00'");
    }
    if (moment === undefined)
        throw new Error('the date library was not loaded: loadLibraries did not see this input');
    const style = { format: format.value, zone };
    return ({ scope }) => formatTime(moment, name === 'date' ? scope.now : scope.commitTime, style);
}

// EXTERNAL MODULE: ./.build/plan/naming/template-environment.js
var template_environment = __nccwpck_require__(7091);
;// CONCATENATED MODULE: ./.build/plan/naming/template-compiler.js




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
    const value = isHelper && argument !== undefined ? compileExpression(argument, compilation) : compileSection(node, name, compilation);
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
function compileExpression(node, compilation) {
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
    const near = (0,text_problem/* nearest */.pA)(name, HELPERS);
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
        throw compilation.problem('prints {{this}}, which is not a text', listNames(compilation));
    return ({ items }) => items.at(-1 - depth);
}
/** A name may have a dot in it: `meta.version`. */
function compileName(parts, compilation) {
    const { names, uses, environment, problem } = compilation;
    if (parts[0] === 'env') {
        const value = (0,template_environment/* readVariable */.n)(parts.slice(1).join('.'), environment, problem);
        return () => value;
    }
    const dotted = parts.slice(0, 2).join('.');
    const name = names.includes(dotted) ? dotted : (parts[0] ?? '');
    if (!names.includes(name))
        throw unknown(names.some((known) => known.startsWith(`${name}.`)) ? dotted : name, compilation);
    const [property, ...more] = parts.slice(name === dotted ? 2 : 1);
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
    const sample = (0,text_attributes/* unknownName */.U0)({ where: '', given: '', wrong: '', name }, names);
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

;// CONCATENATED MODULE: ./.build/plan/naming/template.js


/** Handlebars' blocks nest; this is far above what a tag needs and far below what would exhaust the stack. */
const MAX_LENGTH = 32_768;
/**
 * Reads a Handlebars template. Its syntax tree is run by our own code: nothing is generated, nothing but the given names is reachable.
 * @throws {ProblemError} for broken syntax, unknown names, formats and time zones, whether or not the template is rendered later.
 */
function makeTemplate({ text, where, names, environment }, libraries) {
    if (!text.includes('{{'))
        return { text, uses: new Set(), notices: [], render: () => text };
    const uses = new Set();
    const notices = [];
    const problem = (wrong, accepted) => new text_problem/* ProblemError */.Mm({ where, given: text, wrong, accepted });
    const { moment } = libraries;
    const program = compileProgram(parse(text, libraries, problem), {
        names,
        environment,
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

;// CONCATENATED MODULE: ./.build/plan/naming/template-scope.js
/** Facts of one run of a workflow: another run for the same ref and commit has others. */
const RUN_NAMES = ['run_number', 'run_attempt', 'run_id', 'actor'];
/** What every template may name, beside `env.NAME`. */
const GLOBAL_NAMES = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch', 'describe', ...RUN_NAMES];
function makeScope({ ref, repository, baseRef, commitTime, now, run, describe }, { branch, tag, shortSha }) {
    const isDefault = (branch ?? ref) === repository.defaultBranch; // some tools set GITHUB_REF without refs/heads/
    const values = {
        branch: branch ?? '',
        tag: tag ?? '',
        sha: shortSha,
        base_ref: baseRef,
        is_default_branch: isDefault,
        is_not_default_branch: !isDefault,
        describe: describe ?? '',
        run_number: run.number,
        run_attempt: run.attempt,
        run_id: run.id,
        actor: run.actor,
    };
    return { values, now, commitTime: commitTime ?? now };
}
/** With what the image is called. */
function withMeta(scope, { version, tags }) {
    return { ...scope, values: { ...scope.values, 'meta.version': version, 'meta.tags': tags } };
}
/** The same for every run of one ref and commit: facts of the run are empty, and the clock stands at the commit's time. */
function withoutRun(scope) {
    const empty = Object.fromEntries(RUN_NAMES.map((name) => [name, '']));
    return { ...scope, now: scope.commitTime, values: { ...scope.values, ...empty } };
}

;// CONCATENATED MODULE: ./.build/plan/naming/make-naming.js













const DEFAULT_SHA_LENGTH = 7;
/**
 * Reads the inputs once, for many refs.
 * @returns what the image is to be called.
 * @throws {ProblemError} with every problem of every input, a rule being checked in full even where this event does not use it; the function
 *   it gives throws one for what only a ref shows, such as an `enable` that renders to neither true nor false.
 */
function parseNaming(inputs, libraries) {
    const { images, common } = (0,text_problem/* collect */.Fo)({
        images: () => (0,naming_images/* chooseImages */.s6)((0,text_problem/* reveal */._c)(inputs.images)),
        common: () => parseCommon(inputs, libraries),
    });
    const notices = [...new Set([...images.notices, ...common.notices])];
    const forgone = images.images.length > 0 ? describeForgone(common.rules) : [];
    return (context) => {
        const naming = nameImage({ ...common, notices, images: images.images }, context);
        return { ...naming, rules: [...naming.rules, ...forgone] };
    };
}
/**
 * Reads what the images of a run have in common: everything but their names.
 * @param targets of the bake files, which rules may be for.
 * @throws {ProblemError}
 */
function parseCommon(inputs, libraries, targets = []) {
    const templates = [];
    const readTemplate = (text, where, names = []) => {
        const template = makeTemplate({ text, where, names: [...GLOBAL_NAMES, ...names], environment: inputs.environment }, libraries);
        templates.push(template);
        return template;
    };
    const readNamed = (text, where) => readTemplate(text, where, meta/* META_NAMES */.Pw);
    const flavor = (0,text_problem/* parsed */.Yz)(() => parseFlavor(inputs.flavor, readTemplate));
    const read = (0,text_problem/* collect */.Fo)({
        rules: () => checkTypedTags(parseRules(inputs.tags, readTemplate, targets), (0,text_problem/* ifRead */.Q)(flavor)),
        flavor: () => (0,text_problem/* reveal */._c)(flavor),
        labels: () => parseLabelLines(inputs.labels, 'labels', readNamed),
        annotations: () => parseLabelLines(inputs.annotations, 'annotations', readNamed),
        levels: () => (0,naming_annotations/* parseLevels */.hl)(inputs['annotation-levels'], inputs.platforms),
        shaLength: () => parseShaLength(inputs['short-sha-length']),
        version: () => inputs.version.trim(),
    });
    const notices = [...read.rules, ...templates].flatMap((source) => source.notices);
    return {
        ...read,
        search: libraries.search,
        notices: [
            ...notices,
            ...describeRepeated(read.labels),
            ...describeRepeated(read.annotations),
            ...describeIdleVersion(read.version, read.rules),
        ],
    };
}
/** Names one image for a ref. @throws {ProblemError} for what only a ref shows. */
function nameImage({ images, notices, ...read }, context) {
    const facts = makeFacts(context, read);
    const { tags, rules, latest, notices: ran } = runRules(read.rules, read.flavor, facts);
    const version = tags[0]?.name ?? '';
    const scope = withMeta(facts.scope, { version, tags: (0,list_references/* listReferences */.X)({ images, tags }) });
    const common = makeSourceLabels(context, version);
    const rendered = (0,text_problem/* collect */.Fo)({
        labels: () => renderLabels(read.labels, scope, 'labels'),
        annotations: () => renderLabels(read.annotations, scope, 'annotations'),
    });
    const stable = read.labels.length === 0 ? {} : renderLabels(read.labels, withoutRun(scope), 'labels');
    const isStable = JSON.stringify(stable) === JSON.stringify(rendered.labels);
    const complete = (own) => sortLabels({ ...common, ...own });
    const annotations = (0,naming_annotations/* placeAnnotations */.gM)(complete(rendered.annotations), read.levels);
    return {
        version,
        images,
        tags,
        rules,
        latest,
        labels: complete(rendered.labels),
        ...(isStable ? {} : { stableLabels: complete(stable) }),
        annotations,
        notices: [...notices, ...ran],
    };
}
function makeFacts(context, { version, shaLength, rules, search }) {
    const after = (prefix) => (context.ref.startsWith(prefix) ? context.ref.slice(prefix.length) : undefined);
    const [branch, tag] = [after('refs/heads/'), after('refs/tags/')];
    const shortSha = context.sha.slice(0, shaLength);
    const scope = makeScope(context, { branch, tag, shortSha });
    const pullRequest = after('refs/pull/')?.replace(/\/merge$/, '');
    return { context, branch, tag, pullRequest, versionText: parseVersionText(version, tag, rules), shortSha, scope, search };
}
function parseShaLength(input) {
    const text = input.trim();
    if (text === '')
        return DEFAULT_SHA_LENGTH;
    if (/^[1-9]\d{0,2}$/.test(text))
        return Number(text);
    throw new text_problem/* ProblemError */.Mm({
        where: 'short-sha-length',
        given: input,
        wrong: 'is not a length',
        accepted: 'write a whole number from 1 to 999',
    });
}

;// CONCATENATED MODULE: ./.build/plan/naming/name-targets.js







/**
 * Reads what a run's images are called: those of the bake files or, where there are none, its one image.
 * @throws {ProblemError} also for bake files that nothing can be built of.
 */
function parseNamings(inputs, libraries, bake) {
    if (bake !== undefined)
        return parseTargetNamings(inputs, libraries, bake);
    const name = parseNaming(inputs, libraries);
    return (context) => [{ target: '', platforms: inputs.platforms, naming: name(context) }];
}
/**
 * Reads what the published targets are called: those that `images` names, and those with tags in their file. For one of the latter the
 * rules name the tags in the repositories that the file names; where no rule is for it, the file's tags stand as they are. Lines and rules for
 * a target of the files that is not built now say nothing.
 * @throws {ProblemError} for every mistake of the inputs, for every selected target that nothing would come of, and for bake files that
 *   nothing can be built of.
 */
function parseTargetNamings(inputs, libraries, bake) {
    const { common, chosen } = (0,text_problem/* collect */.Fo)({
        common: () => parseCommon(inputs, libraries, bake.known),
        chosen: () => chooseTargets(inputs.images, bake),
    });
    const { published, given } = chosen;
    const hasRules = inputs.tags.trim() !== '';
    const read = (0,text_problem/* collectAll */._U)(published, (target) => parseTarget(target, { given, common, hasRules, inputs, libraries }));
    return (context) => read.map(({ target, platforms, own }) => ({ target, platforms, naming: nameImage(own, context) }));
}
/** Those that are published. @throws {ProblemError} for selected ones that nothing would come of, or what passes the checks by. */
function chooseTargets(images, bake) {
    const { definition, lines } = (0,text_problem/* collect */.Fo)({
        definition: () => definitionOf(bake),
        lines: () => (0,text_problem/* reveal */._c)(images),
    });
    const given = giveTargets(lines, definition);
    const { selected, targets, files } = definition;
    if (targets.length === 0)
        throw new text_problem/* ProblemError */.Mm(describeNothing(files));
    const published = targets.filter((target) => isPublished(target, given, definition));
    const calling = targets.filter((target) => selected.includes(target.name) && target.call !== 'build');
    const idle = targets.filter((target) => selected.includes(target.name) && !calling.includes(target) && !isOfUse(target, given));
    const isUnpublished = ({ name }) => selected.includes(name) && published.every((target) => target.name !== name);
    const bypassing = targets.filter((target) => isUnpublished(target) && target.outputs.some(bake_definition/* isPublishing */.uY));
    const problems = [...calling.map(describeCall), ...idle.map(describeIdle), ...bypassing.map(describeBypass)];
    if (problems.length > 0)
        throw new text_problem/* ProblemError */.Mm(problems);
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
    return (0,text_problem/* collectAll */._U)(given, ({ target, ...image }) => {
        if (target !== undefined)
            return { ...image, target };
        if (only !== undefined && others.length === 0)
            return { ...image, target: only };
        const accepted = `write the target before it, such as ${only ?? 'app'}=${image.image.name}; selected are ${selected.join(', ')}`;
        throw new text_problem/* ProblemError */.Mm({ where: image.where, given: image.image.name, wrong: 'does not say which target it is for', accepted });
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
/** Of a compose file that is every service without `build`, and a misspelt `build` too. */
function describeNothing(files) {
    const accepted = 'give a service its build (build: in the compose file), or name a file with targets';
    return { where: 'bake-files', given: files.join(', '), wrong: 'has nothing to build', accepted };
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
function parseTarget(target, { given, common, hasRules, inputs, libraries }) {
    const platforms = inputs.platforms.length > 0 ? inputs.platforms : target.platforms;
    const levels = (0,naming_annotations/* parseLevels */.hl)(inputs['annotation-levels'], platforms);
    const lines = given.filter((line) => line.target === target.name);
    const rules = common.rules.filter((rule) => rule.target === undefined || rule.target === target.name);
    const { images, notices } = lines.length > 0 ? (0,naming_images/* enabledImages */.g$)(lines) : (0,naming_images/* enabledImages */.g$)(imagesOfFile(target));
    const isNamedByFile = lines.length === 0 && !(hasRules && rules.length > 0);
    const own = isNamedByFile ? { rules: rulesOfFile(target, libraries), images: [] } : { rules, images };
    return { target: target.name, platforms, own: { ...common, ...own, levels, notices: [...common.notices, ...notices] } };
}
/** The repositories of its tags. */
function imagesOfFile({ name, tags }) {
    const repositories = tags.map((tag) => tag.replace(/:[^:/]*$/, ''));
    return (0,naming_images/* parseGivenImages */.Lq)([...new Set(repositories)].join('\n'), []).map((image) => ({ ...image, where: whereOf(name) }));
}
/** Each of its tags as a rule that gives just that; `latest` where it says none. */
function rulesOfFile({ name, tags }, libraries) {
    const references = tags.map((tag) => completeReference(tag, name));
    const readTemplate = (text, where) => makeTemplate({ text, where, names: [] }, libraries);
    const rules = parseRules(references.join('\n'), readTemplate);
    return rules.map((rule) => ({ ...rule, text: `${rule.text} of target ${name}`, number: 0 }));
}
/** `octo/app` is `docker.io/octo/app:latest`. */
function completeReference(tag, target) {
    const [, repository = tag, name = 'latest'] = /^(.+?)(?::([\w][\w.-]{0,127}))?$/.exec(tag) ?? [];
    if (/[\s,={}]/.test(tag))
        throw new text_problem/* ProblemError */.Mm({ where: whereOf(target), given: tag, wrong: 'is not an image name', accepted: 'write registry/path:tag' });
    return `${repository.includes('/') ? repository : `docker.io/library/${repository}`}:${name}`;
}
function whereOf(target) {
    return `bake-files, tags of target ${target}`;
}


/***/ }),

/***/ 2375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _N: () => (/* binding */ parsePrHeadSha),
/* harmony export */   n1: () => (/* binding */ inputsFromEnvironment),
/* harmony export */   qS: () => (/* binding */ pickNamingTexts)
/* harmony export */ });
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);

function pickNamingTexts(text) {
    return {
        tags: text('tags'),
        flavor: text('flavor'),
        labels: text('labels'),
        annotations: text('annotations'),
        'annotation-levels': text('annotation-levels'),
        'short-sha-length': text('short-sha-length'),
        version: text('version'),
    };
}
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
function parsePrHeadSha(text) {
    const value = text.trim().toLowerCase();
    if (['', 'true', 'false', '0', '1'].includes(value))
        return value === 'true';
    throw new _text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where: 'pr-head-sha', given: text, wrong: 'is neither true nor false', accepted: 'write true or false' });
}


/***/ }),

/***/ 7091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ findSecretVariables),
/* harmony export */   n: () => (/* binding */ readVariable)
/* harmony export */ });
/* harmony import */ var _text_secret_name_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7682);
/* harmony import */ var _template_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4739);


/** Shorter secrets are found in any text. */
const SHORTEST_PART = 6;
/**
 * The value of `{{env.NAME}}`, which ends in tags, labels and annotations: everybody can read them.
 * @throws {ProblemError} for a variable that is not set, and one that is called like a secret.
 */
function readVariable(name, environment, problem) {
    if (!/^[A-Za-z_]\w*$/.test(name))
        throw problem(`names {{env.${name}}}, which is not a variable`, 'write {{env.NAME}}');
    if ((0,_text_secret_name_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .e)(name)) {
        throw problem(`reads ${name}, which is called like a secret, and would be published`, 'if its value is not a secret, give the variable another name in env');
    }
    const value = environment === undefined ? '' : environment[name];
    if (value === undefined)
        throw problem(`reads ${name}, which the environment does not have`, 'set it in the env of the step or the job');
    return value;
}
/** Variables of templates that hold the value of a known secret, or are build secrets themselves. */
function findSecretVariables(texts, environment, { registries, secrets, githubToken }) {
    const own = secrets.flatMap((secret) => (secret.kind === 'environment' ? [secret.variable] : []));
    const passwords = registries.logins.map(({ password }) => password);
    const buildSecrets = secrets.flatMap((secret) => (secret.kind === 'value' ? [secret.value] : []));
    const values = [...passwords, ...buildSecrets, ...own.map((name) => environment[name] ?? ''), githubToken]
        .map((value) => value.trim())
        .filter((value) => value !== '');
    const holds = (text) => values.some((value) => text.trim() === value || (value.length >= SHORTEST_PART && text.includes(value)));
    return Object.entries(texts).flatMap(([where, text]) => namesIn(text)
        .filter((name) => own.includes(name) || holds(environment[name] ?? ''))
        .map((name) => ({
        where,
        given: `{{env.${name}}}`,
        wrong: 'has the value of a secret, and would be published',
        accepted: 'leave it out; a build gets secrets by secrets, secret-envs or secret-files',
    })));
}
function namesIn(text) {
    return [...text.matchAll(_template_text_js__WEBPACK_IMPORTED_MODULE_1__/* .TEMPLATES */ .Q)].flatMap(([template]) => [...template.matchAll(/\benv\.(\w+)/g)].map(([, name = '']) => name));
}


/***/ }),

/***/ 4739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ TEMPLATES),
/* harmony export */   q: () => (/* binding */ maskTemplates)
/* harmony export */ });
/** Each `{{ }}` of a text, braces included. */
const TEMPLATES = /\{\{.*?\}\}+/gs;
/** The text with as many zeros in the place of each `{{ }}`: so a colon or a comma that is found stands outside of them. */
function maskTemplates(text) {
    return text.replace(TEMPLATES, (template) => '\0'.repeat(template.length));
}


/***/ }),

/***/ 1989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440_lib_operator_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2124);
/* harmony import */ var semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8469);
/* harmony import */ var _pep440_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4811);
/* harmony import */ var _semver_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(868);




/** Negative where `a` comes before `b`, positive where it comes after, 0 where neither; undefined where one is no version of the scheme. */
function compareVersions(scheme, a, b) {
    const read = scheme === 'semver' ? _semver_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSemver */ .k : _pep440_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePep440 */ .F;
    const [first, second] = [read(a), read(b)];
    if (first === undefined || second === undefined)
        return undefined;
    return scheme === 'semver' ? semver_functions_compare_js__WEBPACK_IMPORTED_MODULE_3__(first.version, second.version) : (0,_renovatebot_pep440_lib_operator_js__WEBPACK_IMPORTED_MODULE_0__.compare)(first.version, second.version);
}


/***/ }),

/***/ 4811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parsePep440),
/* harmony export */   v: () => (/* binding */ PEP440_NAMES)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440_lib_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4818);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2402);


const PEP440_NAMES = ['raw', 'version', 'major', 'minor', 'patch', 'epoch'];
/**
 * Reads a Python version in any of its spellings, also with a leading `v`; missing parts are 0.
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
function parsePep440(text) {
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

/***/ 2402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ MAX_VERSION_LENGTH)
/* harmony export */ });
/** Longer texts are no versions: node-semver has this limit, and it bounds the time of PEP 440's regular expression. */
const MAX_VERSION_LENGTH = 256;


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ SEMVER_NAMES),
/* harmony export */   k: () => (/* binding */ parseSemver)
/* harmony export */ });
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6353);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2402);


const SEMVER_NAMES = ['raw', 'version', 'major', 'minor', 'patch', 'prerelease', 'build'];
/** Reads `1.2.3-rc.1+build.5`, also with a leading `v`. Build metadata is no part of `{{version}}`. @see https://semver.org */
function parseSemver(text) {
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

/***/ 5399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseTagVersion)
/* harmony export */ });
/* harmony import */ var _pep440_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4811);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2402);
/* harmony import */ var _semver_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(868);



/** Where a version may begin: at the start of the tag or after one of these. */
const SEPARATOR = /[/@_-]/;
const VERSION = /^[vV]?=?((?:\d{1,9}!)?\d{1,16}(?:\.\d{1,16}){0,9})((?:[-+._a-zA-Z][0-9A-Za-z.+_-]*)?)(?:\/.*)?$/s;
const BUILD = /^\+[0-9A-Za-z.-]+$/;
/** Finds the leftmost version in a git tag: in `app/v1.2.3`, `@scope/app@1.2.3` and `app-v1.2.3` it is 1.2.3. */
function parseTagVersion(tag) {
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
    const semver = (0,_semver_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSemver */ .k)(text);
    if (semver !== undefined)
        return { ...parts, scheme: 'semver', version: semver.version, isStable: semver.isStable };
    const pep440 = (0,_pep440_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePep440 */ .F)(text);
    if (pep440 !== undefined)
        return { ...parts, scheme: 'pep440', version: pep440.version, isStable: pep440.isStable };
    if (/^[._]|^-$/.test(rest) || (rest !== '' && !/^[-+]|^[a-zA-Z]+[\d.-]*$/.test(rest)))
        return undefined; // 1.x, 1.0.x
    return { ...parts, scheme: 'pep440', version: (0,_pep440_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePep440 */ .F)(release)?.version ?? release, isStable: rest === '' || BUILD.test(rest) };
}


/***/ }),

/***/ 3499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ splitVariant)
/* harmony export */ });
/**
 * What distinguishes images of one version: bases, distributions and flavours of runtimes, as the official images on Docker Hub name
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

/***/ 8558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ recordFromLabels),
/* harmony export */   Hk: () => (/* binding */ REF_LABEL),
/* harmony export */   Hn: () => (/* binding */ DEFINITION_LABEL),
/* harmony export */   jQ: () => (/* binding */ RUN_LABEL),
/* harmony export */   n5: () => (/* binding */ FIELDS_LABEL)
/* harmony export */ });
/* unused harmony exports VERSION_LABEL, REVISION_LABEL, CREATED_LABEL */
/**
 * The labels by which an image says later where it came from. They are what a floating tag's guard and the adoption of a
 * published image read back from a registry, so their names are a contract between releases of Tagboat.
 */
/** The full git ref the image was built for: `refs/tags/v1.2.3`. It distinguishes two refs that lead to one tag. */
const REF_LABEL = 'io.tagboat.ref';
/** A hash over the build's definition (platforms, file, target, arguments and the like): equal hashes mean equal builds of one commit. */
const DEFINITION_LABEL = 'io.tagboat.definition';
/**
 * What the definition is made of, `platforms:1f3 build-args:9c0`: the names of the inputs that are given, each with three hex digits over the commit and its value.
 * It says which of them differ, and no more: so short a hash fits one value in 4,096, so that trying values does not reveal a secret.
 */
const FIELDS_LABEL = 'io.tagboat.definition.fields';
/** The workflow's run number, a decimal text: the later run of one branch has the higher number. Absent on the command line. */
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
        ...(fact(FIELDS_LABEL) === undefined ? {} : { fields: fact(FIELDS_LABEL) }),
        run: fact(RUN_LABEL),
        created: fact(CREATED_LABEL),
    };
}


/***/ }),

/***/ 2070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ parsePair),
/* harmony export */   U0: () => (/* binding */ unknownName),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);

function parsePair(field) {
    const equals = field.indexOf('=');
    if (equals < 0)
        return { key: undefined, value: field };
    return { key: field.slice(0, equals).trim().toLowerCase(), value: field.slice(equals + 1).trim() };
}
/** `true` or `false`, as written there. @throws {ProblemError} for anything else. */
function parseBoolean(value, where, key) {
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

/***/ 1203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   JA: () => (/* binding */ parseDefinition),
/* harmony export */   X8: () => (/* binding */ ownOutputs),
/* harmony export */   bL: () => (/* binding */ withBases),
/* harmony export */   bp: () => (/* binding */ packingOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   uY: () => (/* binding */ isPublishing),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5906);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1806);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1141);



/**
 * Reads what `docker buildx bake --print` prints.
 * @param others names of targets that the files have beside those.
 * @throws {ProblemError} for platforms that are none.
 * @see https://docs.docker.com/build/bake/reference/
 */
function parseDefinition(printed, files, others = []) {
    const targets = (0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .collectAll */ ._U)(Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(printed.target)), ([name, source]) => parseTarget(name, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(source)));
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
function parseTarget(name, source) {
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

/***/ 9798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ inputLines),
/* harmony export */   Kp: () => (/* binding */ splitFields),
/* harmony export */   _r: () => (/* binding */ cutQuotedLines),
/* harmony export */   nL: () => (/* binding */ quoteField)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);

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
        const read = parseField(text, where);
        fields.push(read.field.trim());
        rest = read.rest;
    }
    return fields.filter((field) => field !== '');
}
function parseField(text, where) {
    if (text.startsWith('"'))
        return parseQuoted(text, 0, where);
    for (let at = 0; at < text.length; at += 1) {
        const closing = text.startsWith('{{', at) ? text.indexOf('}}', at) : -1;
        if (closing >= 0)
            at = closing + 1;
        else if (text[at] === ',')
            return { field: text.slice(0, at), rest: text.slice(at + 1) };
        else if (beginsComment(text, at))
            return { field: text.slice(0, at), rest: undefined };
        else if (text[at] === '"')
            return parseQuotedValue(text, at, where);
    }
    return { field: text, rest: undefined };
}
function parseQuotedValue(text, at, where) {
    if (text.indexOf('=') !== at - 1) {
        const accepted = 'put quotes around the whole field or around its value, and double a quote that stands for itself';
        throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong: 'has a quote in its middle', accepted });
    }
    return parseQuoted(text, at, where);
}
function parseQuoted(text, at, where) {
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

/***/ 1731:
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
        .replace(/:(?=:)/g, ': ');
}
/**
 * A text from outside inside a Markdown table cell or sentence: nothing in it is markup, bare addresses are no links, and no line end gets out.
 * An address of mail is found in the text that remains of entities and escapes, so that a comment has to stand in it.
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
function markdown(text) {
    return preformatted(text)
        .replace(/[\\`*_{}[\]()#+!|~@-]/g, '\\$&')
        .replace(/:(?=\/\/)|(?<=\bwww)\./gi, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/(?<=\w)\\@(?=\w)/g, '@<!-- -->');
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
    return `<code>${plain(text).replace(/[&<>|`*_~[\]\\]|:(?=\/\/)|(?<=\bwww)\./gi, asEntity)}</code>`;
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

/***/ 3704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ expandRef),
/* harmony export */   o: () => (/* binding */ isBareName)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);

/**
 * A full ref from what people type: `tags/v1.2.3`, `heads/main` and `pull/7` stand for the refs they are short for, as git has it.
 * @throws {ProblemError} for a bare name, which may be a branch or a tag.
 */
function expandRef(given, where) {
    const text = given.trim();
    const full = /^(?:heads|tags|pull)\/./.test(text) ? `refs/${text}` : text;
    if (/^refs\/pull\/\d+$/.test(full))
        return `${full}/merge`;
    if (full === '' || /^refs\/./.test(full))
        return full;
    if (isCommit(text)) {
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
/** Whether that is a name without `refs/tags/` or `refs/heads/` before it: only a repository knows which of the two it is. */
function isBareName(given) {
    const text = given.trim();
    return text !== '' && !isCommit(text) && !/^(?:refs|heads|tags|pull)\/./.test(text);
}
function isCommit(text) {
    return /^(?:HEAD|[0-9a-f]{40})$/.test(text);
}


/***/ }),

/***/ 5906:
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

/***/ 6279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   Li: () => (/* binding */ parseLines),
/* harmony export */   Q4: () => (/* binding */ parseRecords),
/* harmony export */   T6: () => (/* binding */ splitPair),
/* harmony export */   ZV: () => (/* binding */ parseQuotedLines),
/* harmony export */   dq: () => (/* binding */ parseQuotedPairs),
/* harmony export */   mo: () => (/* binding */ parseItems),
/* harmony export */   xg: () => (/* binding */ parsePairs),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yi: () => (/* binding */ parseDurationMs)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);

/** One item a line; blank lines are dropped, items trimmed. Commas stand for themselves. */
function parseLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Items by line or comma; blank ones and repetitions are dropped. */
function parseItems(text) {
    return [...new Set(parseLines(text.replaceAll(',', '\n')))];
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
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given: text, wrong: 'is not a time limit', accepted: 'write a number and s, m or h, from 1s to 72h' });
}
const RECORD = /^[ \t]*(?:"((?:[^"]|"")*)"[ \t]*(?=\r|\n|$)|([^\r\n]*))(?:\r\n|\r|\n|$)/;
/**
 * Lines as docker's actions read them: one in quotes may hold line breaks, and a quote within it is doubled. Others are trimmed, and
 * quotes and commas in them stand for themselves; blank ones are dropped.
 * @throws {ProblemError} for a quote that is not closed.
 */
function parseRecords(input, name) {
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
/** One item a line, which may be in quotes as {@link parseRecords} has it. @throws {ProblemError} also where more follows the closing quote. */
function parseQuotedLines(input, name) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collectAll */ ._U)(parseRecords(input, name), ({ number, text, isQuoted }) => {
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
function parsePairs(text, where) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collectAll */ ._U)(parseLines(text), (line) => splitPair(line, where));
}
/** As {@link parsePairs}, of lines that may be in quotes. */
function parseQuotedPairs(text, where) {
    return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .collectAll */ ._U)(parseQuotedLines(text, where), (line) => splitPair(line, where));
}
/** @throws {ProblemError} where there is no `=`, or no key before it. */
function splitPair(given, where) {
    const equals = given.indexOf('=');
    if (equals > 0)
        return [given.slice(0, equals), given.slice(equals + 1)];
    throw new _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm({ where, given, wrong: 'is not KEY=value', accepted: 'write the key, an equals sign and the value' });
}


/***/ }),

/***/ 4916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseObject),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5906);

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

/***/ 1806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ formatPlatform),
  F: () => (/* binding */ parsePlatform)
});

// EXTERNAL MODULE: ./.build/plan/text/attributes.js
var attributes = __nccwpck_require__(2070);
;// CONCATENATED MODULE: ./.build/plan/text/platform-names.js
/**
 * The operating systems and architectures that have a name: Go's, as containerd and buildx take them, and those of WebAssembly.
 * buildx passes any other name on. BuildKit then builds from nothing for it, but finds no base image, and no emulator is made for it.
 * @see https://github.com/containerd/platforms/blob/main/database.go and https://go.dev/src/internal/syslist/syslist.go
 */
const OPERATING_SYSTEMS = 'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasi wasip1 windows zos'.split(' ');
const ARCHITECTURES = ('386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 ' +
    's390 s390x sparc sparc64 wasm wasm32').split(' ');

// EXTERNAL MODULE: ./.build/plan/text/problem.js
var problem = __nccwpck_require__(1141);
;// CONCATENATED MODULE: ./.build/plan/text/platform.js



/** Other spellings in use; what follows `/` is the variant they mean. */
const SPELLINGS = new Map([
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
 * @throws {ProblemError} where it is not of that form, or names a system or an architecture that does not exist.
 * @see https://github.com/containerd/platforms/blob/main/database.go
 */
function parsePlatform(text, where = 'platforms') {
    const parts = text.trim().toLowerCase().split('/');
    const [os, given, variant] = parts;
    const wellFormed = parts.length <= 3 && parts.every((part) => PART.test(part));
    if (!wellFormed || os === undefined || given === undefined) {
        throw new problem/* ProblemError */.Mm({
            where,
            given: text,
            wrong: 'is not a platform',
            accepted: `write os/architecture[/variant], such as ${exampleFor(parts)}`,
        });
    }
    const [architecture = given, implied] = (SPELLINGS.get(given) ?? given).split('/');
    if (!OPERATING_SYSTEMS.includes(os))
        throw (0,attributes/* unknownName */.U0)({ where, given: text, wrong: `has no operating system that is known (${os})`, name: os }, OPERATING_SYSTEMS);
    if (!ARCHITECTURES.includes(architecture))
        throw (0,attributes/* unknownName */.U0)({ where, given: text, wrong: `has no architecture that is known (${architecture})`, name: architecture }, ARCHITECTURES);
    return { os, architecture, ...normalVariant(architecture, implied ?? variant) };
}
/** setup-qemu-action takes an architecture alone. */
function exampleFor([only = '', ...others]) {
    return others.length === 0 && ARCHITECTURES.includes(only) ? `linux/${only}` : 'linux/amd64 or linux/arm/v7';
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

/***/ 1141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describeProblem),
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   MB: () => (/* binding */ collectOr),
/* harmony export */   Mm: () => (/* binding */ ProblemError),
/* harmony export */   Q: () => (/* binding */ ifRead),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   _U: () => (/* binding */ collectAll),
/* harmony export */   _c: () => (/* binding */ reveal),
/* harmony export */   bC: () => (/* binding */ orProblem),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   vZ: () => (/* binding */ collectValid)
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
/** @throws {ProblemError} where there are some. */
function refuse(problems) {
    if (problems.length > 0)
        throw new ProblemError(problems);
}
/** As {@link collect}, but a parser that fails leaves the usual value, and the problems are given beside the values. */
function collectOr(usual, parsers) {
    const problems = [];
    const read = Object.entries(parsers).map(([key, parse]) => [key, parsed(parse)]);
    for (const [, value] of read)
        if (value instanceof ProblemError)
            problems.push(...value.problems);
    const values = read.filter(([, value]) => !(value instanceof ProblemError));
    return { values: { ...usual, ...Object.fromEntries(values) }, problems };
}
/** As {@link collectAll}, but items that fail are left out, and their problems are given beside the values of the others. */
function collectValid(items, parse) {
    const problems = [];
    const values = items.flatMap((item) => {
        const value = parsed(() => parse(item));
        if (!(value instanceof ProblemError))
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
        if (!(error instanceof ProblemError))
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
        if (error instanceof ProblemError)
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

/***/ 455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   Sh: () => (/* binding */ formatRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);

/** @see https://github.com/distribution/reference/blob/v0.6.0/regexp.go: the grammar that docker itself uses. */
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const HOST = /^(?:\[[0-9a-fA-F:]{2,45}\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/;
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pulling-manifests */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** Of the path alone. @see `RepositoryNameTotalLengthMax` of https://github.com/distribution/reference/blob/v0.6.0/reference.go */
const MAX_PATH = 255;
/** Whether a text is a tag by the OCI grammar. */
function isTag(text) {
    return TAG.test(text);
}
/**
 * Reads the name of an image without tag or digest and completes it as docker does: `busybox` is `docker.io/library/busybox`.
 * Upper case letters in the path are lowered (as metadata-action does), but for a name that begins with a host that only these letters tell.
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
    if (/[A-Z]/.test(registry) && !/[.:]/.test(registry) && path !== lowered)
        throw problem('has upper case letters, which docker takes for a registry', `write ${JSON.stringify(text.toLowerCase())}`);
    const accepted = 'write registry/path or path, in lower case letters, digits and separators (. _ __ -), such as ghcr.io/owner/app';
    if (!HOST.test(registry))
        throw problem('has no valid registry', accepted);
    if (!lowered.split('/').every((part) => PATH_COMPONENT.test(part)))
        throw problem('is not an image name', accepted);
    if (lowered.length > MAX_PATH)
        throw problem('is too long', `at most ${MAX_PATH} characters after the registry`);
    if (/^[0-9a-f]{64}$/.test(text))
        throw problem('looks like the id of an image', 'choose a name that is not 64 hexadecimal digits');
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
    const isHost = /[.:A-Z]/.test(first) || first === 'localhost';
    if (!isHost)
        return { registry: 'docker.io', path: slash < 0 ? `library/${text}` : text };
    const registry = first === 'index.docker.io' ? 'docker.io' : first;
    const rest = text.slice(slash + 1);
    return { registry, path: registry === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest };
}


/***/ }),

/***/ 7682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isSecretName)
/* harmony export */ });
/** Names of variables that hold secrets by custom, or that GitHub's runner hands to steps for itself. */
const SECRET_NAME = /^(?:INPUT|ACTIONS|DOCKER_AUTH)_|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|(?:PRIVATE|ACCESS|API|SIGNING)_?KEY|(?:^|_)(?:PAT|PASS|AUTH)$/i;
/** Whether a variable is called like a secret. */
function isSecretName(name) {
    return SECRET_NAME.test(name);
}


/***/ }),

/***/ 2384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   LQ: () => (/* binding */ parseGrowth),
/* harmony export */   T9: () => (/* binding */ formatGrowth),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);

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
    const wrong = amount === '' ? 'is not a size' : unit === '' ? 'has no unit' : Number(amount) === 0 ? 'is nothing' : `has the unknown unit ${unit}`;
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

/***/ 8660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WQ: () => (/* binding */ hidesHead),
/* harmony export */   lO: () => (/* binding */ foreignHead),
/* harmony export */   mk: () => (/* binding */ mayBeIsolated),
/* harmony export */   pF: () => (/* binding */ namesPullContext)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5906);
/* harmony import */ var _foreign_request_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6209);


/** Events in which GitHub takes the workflow from the fork, and gives it no secrets. */
const WITHOUT_SECRETS = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
/**
 * Events that anybody can cause, and that run the default branch's workflow with its secrets. Their payloads do not say what the workflow
 * checks out. @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const CAUSED_BY_ANYBODY = 
// The last three: an app reports on a commit, which may be the head of a fork's pull request.
'issue_comment pull_request_comment issues discussion discussion_comment fork watch gollum check_run check_suite status'.split(' ');
/** Whether anybody can cause that event, and it does not say what is built: then the checkout has to be looked at. */
function hidesHead(eventName) {
    return CAUSED_BY_ANYBODY.includes(eventName);
}
/** Events that only people with the right to write can cause, or that GitHub causes for their commits. */
const CAUSED_BY_WRITERS = 'push schedule workflow_dispatch repository_dispatch workflow_call release create deployment deployment_status merge_group'.split(' ');
/** Whether a run may turn out to be isolated, as far as it is seen before anything is read. */
function mayBeIsolated({ environment, ref, refSource, namesPull }) {
    const { GITHUB_EVENT_NAME: name = '' } = environment;
    if ((0,_foreign_request_js__WEBPACK_IMPORTED_MODULE_0__/* .findForeignRequest */ .R)(environment) !== undefined)
        return true;
    if (name === '' || WITHOUT_SECRETS.includes(name))
        return false;
    const isGivenPull = ref.startsWith('refs/pull/') || refSource === 'git';
    return namesPull || isGivenPull || !CAUSED_BY_WRITERS.includes(name);
}
/** Whether an input makes the head of a pull request a context of the build. @see https://docs.docker.com/build/concepts/context/#url-fragments */
function namesPullContext(text) {
    return ['context', 'build-contexts', 'set'].some((name) => /#(?:refs\/)?pull\//.test(text(name)));
}
/** Whose head is built; undefined where it is the repository's own. */
function foreignHead(context) {
    const { event } = context;
    const reason = findReason(context);
    return reason === undefined ? undefined : { reason, isIsolated: !WITHOUT_SECRETS.includes(event.name) };
}
function findReason({ event, repository, ref, buildsOtherCommit, foreignRequest }) {
    const { name, payload } = event;
    const isOwn = (repo) => (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(repo.full_name) === repository.fullName;
    if (foreignRequest !== undefined)
        return foreignRequest;
    if (name === 'workflow_run')
        return isOwn((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(payload.workflow_run).head_repository)) ? undefined : 'the triggering workflow ran for a fork';
    const pull = payload.pull_request === undefined || payload.pull_request === null ? undefined : (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(payload.pull_request);
    if (pull === undefined ? name === 'pull_request_target' : !isOwn((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(pull.head).repo)))
        return describePull(pull);
    const isOtherPull = ref.startsWith('refs/pull/') && !ref.startsWith(`refs/pull/${JSON.stringify(pull?.number)}/`);
    if (name !== '' && isOtherPull)
        return 'the head of a pull request, named by an input, may come from a fork';
    if (!buildsOtherCommit || pull !== undefined)
        return undefined;
    return hidesHead(name)
        ? `anybody can cause the event ${name}, and another commit than the default branch’s is built`
        : 'the head of a pull request, named by the build context, may come from a fork';
}
function describePull(pull) {
    return pull === undefined ? 'the event does not say whose pull request this is' : 'this is a pull request from a fork';
}


/***/ }),

/***/ 6209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ findForeignRequest)
/* harmony export */ });
/** Both are given, and differ. */
const differ = (one, other) => one !== undefined && one !== '' && one !== other;
/**
 * How CI systems other than GitHub Actions say that a merge or pull request comes from a fork.
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/#predefined-variables-for-merge-request-pipelines
 * @see https://docs.travis-ci.com/user/environment-variables/#default-environment-variables
 * @see https://circleci.com/docs/reference/variables/#built-in-environment-variables
 * @see https://woodpecker-ci.org/docs/usage/environment#built-in-environment-variables
 * @see https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables#system-variables
 * @see https://buildkite.com/docs/pipelines/configure/environment-variables
 * @see https://plugins.jenkins.io/github-branch-source/ (CHANGE_FORK)
 */
const SYSTEMS = [
    {
        name: 'GitLab',
        isForeign: (env) => differ(env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID, env.CI_MERGE_REQUEST_PROJECT_ID ?? env.CI_PROJECT_ID),
    },
    { name: 'Travis CI', isForeign: (env) => differ(env.TRAVIS_PULL_REQUEST_SLUG, env.TRAVIS_REPO_SLUG) },
    { name: 'CircleCI', isForeign: (env) => env.CIRCLECI === 'true' && (env.CIRCLE_PR_USERNAME ?? '') !== '' },
    {
        name: 'Woodpecker',
        isForeign: (env) => (env.CI_COMMIT_PULL_REQUEST ?? '') !== '' && differ(env.CI_COMMIT_SOURCE_REPO, env.CI_REPO),
    },
    { name: 'Azure Pipelines', isForeign: (env) => env.SYSTEM_PULLREQUEST_ISFORK?.toLowerCase() === 'true' },
    {
        name: 'Buildkite',
        isForeign: (env) => (env.BUILDKITE_PULL_REQUEST ?? 'false') !== 'false' && differ(env.BUILDKITE_PULL_REQUEST_REPO, env.BUILDKITE_REPO),
    },
    { name: 'Jenkins', isForeign: (env) => (env.CHANGE_FORK ?? '') !== '' },
];
/** Why a request of another CI system is not trusted; undefined where there is none, or it is of the project itself. */
function findForeignRequest(environment) {
    const system = SYSTEMS.find(({ isForeign }) => isForeign(environment));
    return system === undefined ? undefined : `this is a merge request from a fork (${system.name})`;
}


/***/ }),

/***/ 6370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ registryOfServer),
/* harmony export */   c: () => (/* binding */ gitTokenSecret)
/* harmony export */ });
/* harmony import */ var _text_bake_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1203);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5906);
/* harmony import */ var _push_decision_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5895);



/**
 * The registry of a GitHub server, which takes the job's token; undefined for any other server, which must not get the token.
 * @see https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/about-github-enterprise-cloud-with-data-residency (containers.SUBDOMAIN.ghe.com)
 */
function registryOfServer(serverUrl) {
    const host = parseUrl(serverUrl)?.host;
    if (!serverUrl.startsWith('https://') || host === undefined)
        return undefined;
    if (host === 'github.com')
        return 'ghcr.io';
    return /^[a-z0-9-]+\.ghe\.com$/.test(host) ? `containers.${host}` : undefined;
}
const ID = 'GIT_AUTH_TOKEN';
/**
 * The build secret with which BuildKit reads a Git context of the server that the job's token comes from; none for foreign code, and none where the user gave one. It is
 * no part of the plan, nor of the definition: the token is another one in each run.
 * @see https://docs.docker.com/build/building/secrets/#git-authentication-for-remote-contexts
 */
function gitTokenSecret({ build, context, token, secrets }) {
    const server = parseUrl(context.run.serverUrl);
    if (server === undefined || token === '' || (0,_push_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .lacksSecrets */ .Sj)(context))
        return [];
    const id = `${ID}.${server.host}`;
    if (secrets.some((secret) => secret.id === ID || secret.id === id))
        return [];
    const isOwn = (text) => isOnServer(text, server);
    return gitContexts(build).some(isOwn) ? [{ id, kind: 'value', value: token }] : [];
}
/** The contexts of a build that are a Git repository's URL: `https://server/owner/name.git#ref:folder`. */
function gitContexts({ context, buildContexts, bake }) {
    const ofTargets = (bake?.targets ?? []).flatMap((target) => [
        (0,_text_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asText */ .e1)(target.source.context) ?? '',
        ...Object.values((0,_text_bake_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOf */ .A7)(target, 'contexts')),
    ]);
    const named = buildContexts.map((pair) => pair.slice(pair.indexOf('=') + 1));
    const all = bake === undefined ? [context, ...named] : [...ofTargets, ...named];
    return all.map((text) => (text.startsWith('github.com/') ? `https://${text}` : text)).filter(isGitUrl);
}
/** BuildKit takes a URL for a repository where its path ends in `.git`, or on GitHub. @see https://github.com/moby/buildkit/blob/v0.25.0/util/gitutil/git_ref.go */
function isGitUrl(text) {
    const url = parseUrl(text);
    return url !== undefined && (url.pathname.endsWith('.git') || url.host === 'github.com');
}
/** A URL with a login of its own needs no other. */
function isOnServer(text, server) {
    const url = parseUrl(text);
    return url !== undefined && url.origin === server.origin && url.username === '' && url.password === '';
}
function parseUrl(text) {
    return /^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}


/***/ }),

/***/ 5895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sj: () => (/* binding */ lacksSecrets),
/* harmony export */   V: () => (/* binding */ CLOSED),
/* harmony export */   i7: () => (/* binding */ isClosedPull),
/* harmony export */   t_: () => (/* binding */ refusePush),
/* harmony export */   vn: () => (/* binding */ decidePush)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5906);
/* harmony import */ var _foreign_head_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8660);


/** The decision where the event leaves nothing to be built. */
const CLOSED = {
    push: false,
    reason: 'this pull request is closed; what was merged is published by its push, or where ref names it',
};
/** Decides whether the image is published. `auto` publishes on trusted events where every registry has a login. */
function decidePush({ wish, context, repositories, loginAt, passwordless, isLocal }) {
    const foreign = (0,_foreign_head_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignHead */ .lO)(context);
    if (wish === 'never')
        return { push: false, reason: 'push: false' };
    if (foreign !== undefined && !(wish === 'always' && staysHere(foreign, repositories, isLocal)))
        return { push: false, reason: foreign.reason };
    if (wish === 'always')
        return { push: true, reason: 'push: true' };
    if (isDependabot(context))
        return { push: false, reason: 'Dependabot’s runs get no secrets' };
    if (context.event.name === 'merge_group')
        return { push: false, reason: 'a merge queue tests the commit, and its push publishes it' };
    if (repositories.length === 0)
        return { push: false, reason: 'no image is named' };
    const registries = [...new Set(repositories.map(({ registry }) => registry))];
    const missing = registries.filter((registry) => loginAt(registry) === 'missing');
    const described = missing.map((registry) => (passwordless.includes(registry) ? `${registry} (the password is empty)` : registry));
    if (described.length > 0)
        return { push: false, reason: `there are no credentials for ${described.join(', ')}` };
    return { push: true, reason: describeTrust(registries, loginAt) };
}
function describeTrust(registries, loginAt) {
    const open = registries.filter((registry) => loginAt(registry) === 'unneeded');
    if (open.length === 0)
        return 'credentials are there and the event is trusted';
    const needNone = `${open.join(', ')} ${open.length === 1 ? 'is' : 'are'} taken to need no login`;
    const others = open.length < registries.length ? 'credentials are there for the others, ' : '';
    return `${others}${needNone}, and the event is trusted`;
}
/** What stands against `push: true`: a foreign head is never published. */
function refusePush({ wish, context, repositories, isLocal }) {
    const foreign = (0,_foreign_head_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignHead */ .lO)(context);
    if (wish !== 'always' || foreign === undefined || staysHere(foreign, repositories, isLocal))
        return [];
    const accepted = 'write push: auto, which builds and tests without publishing; what is merged is published by its push';
    return [{ where: 'push', given: 'true', wrong: `is not possible (${foreign.reason})`, accepted }];
}
/** Where the run holds no secrets, a registry of the job itself, such as one of its `services`, is no publication. */
function staysHere({ isIsolated }, repositories, isLocal) {
    return !isIsolated && repositories.length > 0 && repositories.every(({ registry }) => isLocal(registry));
}
/** Whether the run gets no secrets, so that an absent password is nobody’s mistake. */
function lacksSecrets(context) {
    return (0,_foreign_head_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignHead */ .lO)(context) !== undefined || isDependabot(context);
}
function isDependabot({ event }) {
    return (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(event.payload.sender).login) === 'dependabot[bot]';
}
/**
 * Whether the event is that a pull request was closed: its tags were published by earlier events, and what was merged is published by its
 * push. A ref that an input names is another matter.
 */
function isClosedPull({ event }, givenRef) {
    const isPull = event.name === 'pull_request' || event.name === 'pull_request_target';
    return isPull && event.payload.action === 'closed' && givenRef === '';
}


/***/ }),

/***/ 3855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   hK: () => (/* binding */ holdsSecret),
/* harmony export */   jE: () => (/* binding */ whyNotMasked)
/* harmony export */ });
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5906);
/* harmony import */ var _text_parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4916);


/** Shorter texts are not masked: they would blot out the log and protect nothing. */
const SHORTEST = 4;
/** Shorter lines of a longer secret, and shorter values, may be anything: `{`, `}`, `"type": "x"`. */
const SHORTEST_LINE = 8;
/** A file of keys has many lines, and each form is one more text to look for. */
const MOST_PARTS = 1000;
const MOST_ENCODED = 50;
/** Words that a log is full of. A secret like that is found by anybody's first guess. */
const COMMON = new Set(('admin alpine amd64 arm64 build builder cache config default development docker false github gitlab image latest linux localhost local main master ' +
    'none node null password prod production python registry release root secret staging stable test testing token true ubuntu user username version').split(' '));
/** What keeps a secret from being masked, as the end of a sentence; undefined for nothing. */
function whyNotMasked(secret) {
    const trimmed = secret.trim();
    if (trimmed === '')
        return undefined;
    if (trimmed.length < SHORTEST)
        return `has fewer than ${SHORTEST} characters, so it is not masked in the log`;
    if (COMMON.has(trimmed.toLowerCase()))
        return 'is a common word, so it is not masked in the log';
    return partsOf(trimmed).length === 0 ? 'has only short lines, so it is not masked in the log' : undefined;
}
/**
 * The forms in which a secret could turn up in a log: itself, its lines where it has several (never the short ones), base64 (alone, after `user:`,
 * and within a longer text), percent-encoded and JSON-escaped. Of a JSON text its compact form, and the values that it names as secrets.
 */
function secretForms(secret, username) {
    const trimmed = secret.trim();
    if (trimmed.length < SHORTEST || COMMON.has(trimmed.toLowerCase()))
        return [];
    const parts = partsOf(trimmed).slice(0, MOST_PARTS);
    const encoded = new Set([secret, trimmed, ...parts.slice(0, MOST_ENCODED)]);
    const forms = [
        secret,
        ...parts,
        ...[...encoded].flatMap(encodedForms),
        ...(username === undefined ? [] : [base64(`${username}:${secret}`), base64(`${username}:${trimmed}`)]),
    ];
    return [...new Set(forms)].filter((form) => form.trim().length >= SHORTEST && !/[\r\n]/.test(form));
}
/** Whether a text has the secret in it: as it is, in base64, percent-encoded or escaped. A short one counts only as the whole of it; one that is too short to be masked, and a common word, never. */
function holdsSecret(text, secret) {
    const trimmed = secret.trim();
    if (trimmed.length < SHORTEST || COMMON.has(trimmed.toLowerCase()))
        return false;
    if (text.trim() === trimmed)
        return true;
    if (trimmed.length < SHORTEST_LINE)
        return false;
    const forms = [trimmed, ...secretForms(trimmed)].filter((form) => form.length >= SHORTEST_LINE);
    return forms.some((form) => text.includes(form));
}
/** What of a secret is one of its own: the whole of a single line, the long lines of several, the secret values of a JSON text. */
function partsOf(secret) {
    const json = /^[[{]/.test(secret) ? (0,_text_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(secret) : undefined;
    if (json !== undefined)
        return [JSON.stringify(json), ...secretValues(json).flatMap((value) => [value, ...partsOf(value)])];
    const lines = secret.split(/[\r\n]+/);
    if (lines.length === 1)
        return lines;
    return lines
        .map((line) => line.trim())
        .filter((line) => line.length >= SHORTEST_LINE && !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line));
}
/** `private_key`, `client_secret`, `accessToken`; not `token_uri`. */
const SECRET_NAME = /(?:key|secret|token|password|passwd|pwd|auth|credentials?)(?:_?id)?$/i;
/** The values under names that say so; all long texts where no name does. */
function secretValues(json) {
    const all = textsOf(json, '');
    const named = all.filter(([name]) => SECRET_NAME.test(name));
    const chosen = named.length > 0 ? named : all.filter(([, text]) => text.length >= 2 * SHORTEST_LINE && !text.includes('://'));
    return chosen.map(([, text]) => text).filter((text) => text.length >= SHORTEST_LINE);
}
function textsOf(json, name) {
    if (typeof json === 'string')
        return [[name, json]];
    if (Array.isArray(json))
        return json.flatMap((each) => textsOf(each, name)); // Array.isArray does not narrow readonly arrays
    return (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(json) ? Object.entries(json).flatMap(([key, value]) => textsOf(value, key)) : [];
}
function encodedForms(text) {
    return [...base64Forms(text), encode(text), JSON.stringify(text).slice(1, -1)];
}
/** A lone surrogate cannot be percent-encoded. */
function encode(text) {
    return encodeURIComponent(text.toWellFormed());
}
/** In base64 of the text alone, and in that of a longer one, where it may begin at any of three offsets; in both alphabets. */
function base64Forms(text) {
    const within = ['\0', '\0\0', ''].map((before) => {
        const bytes = before.length + new TextEncoder().encode(text).length;
        const whole = Math.floor((bytes * 8) / 6); // what follows would change the rest
        return base64(before + text).slice(Math.ceil((before.length * 8) / 6), whole);
    });
    const forms = [base64(text), ...within.filter((form) => form.length >= SHORTEST_LINE)];
    return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')]);
}
/** Base64 without the help of node: this folder is pure. */
function base64(text) {
    const characters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)); // not all as arguments: a secret may be a file
    return btoa(characters.join(''));
}


/***/ }),

/***/ 104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isExpected),
/* harmony export */   S: () => (/* binding */ PublishError)
/* harmony export */ });
/* harmony import */ var _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1141);
/* harmony import */ var _registry_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6647);


/** What publishing says no to on purpose: the message is one line for the user. */
class PublishError extends Error {
    name = 'PublishError';
}
/**
 * Whether an error is of the outside world or of the user: its message says it all. Anything else (a TypeError, a broken assertion) is a bug of ours: it is
 * shown with its stack, and never as a registry's failure.
 */
function isExpected(error) {
    if (error instanceof AggregateError)
        return error.errors.every(isExpected);
    if (error instanceof _plan_text_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ProblemError */ .Mm || error instanceof _registry_error_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl || error instanceof PublishError)
        return true;
    return error instanceof Error && (isOfSystem(error) || error.name === 'Cancelled' || error.name === 'AbortError');
}
/** ENOSPC, EACCES and their like; Node's own codes (`ERR_INVALID_ARG_TYPE`) are bugs of ours. @see errno(3) */
function isOfSystem(error) {
    return 'code' in error && /^E[A-Z0-9]+$/.test(String(error.code));
}


/***/ }),

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ preflight),
/* harmony export */   w: () => (/* binding */ PreflightError)
/* harmony export */ });
/* harmony import */ var _expected_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(104);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1660);
/* harmony import */ var _tags_newer_release_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(683);



/** Why nothing can be published: every required destination that is not ready, one line each. */
class PreflightError extends _expected_js__WEBPACK_IMPORTED_MODULE_0__/* .PublishError */ .S {
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
        throw new PreflightError((0,_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .allOptionalFailed */ .RQ)(skipped.map(({ reason }) => reason)));
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
        if (!(0,_expected_js__WEBPACK_IMPORTED_MODULE_0__/* .isExpected */ .D)(cause))
            throw cause;
        return { kind: 'skipped', destination, reason: (0,_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonOf */ .A3)(cause) };
    }
}
/** There are other ways to see who was first, so no failure of it is one. */
async function listWhereItTells(client, { tags }) {
    return tags.some((tag) => (0,_tags_newer_release_js__WEBPACK_IMPORTED_MODULE_2__/* .tellsNewerRelease */ .d)(tag, tags)) ? client.listTags().catch(() => undefined) : undefined;
}
async function readTags(client, { tags }) {
    const found = await Promise.all(tags.map(async ({ name }) => [name, (await client.headManifest(name))?.digest]));
    return new Map(found);
}


/***/ }),

/***/ 1660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   RQ: () => (/* binding */ allOptionalFailed)
/* harmony export */ });
/* harmony import */ var _expected_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(104);

/** The first line of what was thrown. The registry client's errors name registry, repository, status and hint in it; a bug says that it is one. */
function reasonOf(thrown) {
    const text = (0,_expected_js__WEBPACK_IMPORTED_MODULE_0__/* .isExpected */ .D)(thrown) && thrown instanceof Error ? thrown.message : `a bug in Tagboat: ${String(thrown)}`;
    return text.split('\n', 1)[0] ?? '';
}
function faultOf(thrown) {
    return { failure: reasonOf(thrown), ...((0,_expected_js__WEBPACK_IMPORTED_MODULE_0__/* .isExpected */ .D)(thrown) ? {} : { bug: thrown }) };
}
const NOBODY_LEFT = 'optional-registries: every registry of this run is optional, one at least has to take the image, and all failed';
/** The reasons of all destinations where each of them may fail and has: a run that publishes nowhere has not done what it is for. */
function allOptionalFailed(reasons) {
    return reasons.map((reason, index) => (index === 0 ? `${NOBODY_LEFT}: ${reason}` : reason));
}


/***/ }),

/***/ 7543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   ZN: () => (/* binding */ recordedVersion),
/* harmony export */   qW: () => (/* binding */ decideMove),
/* harmony export */   ut: () => (/* binding */ isOfLine)
/* harmony export */ });
/* harmony import */ var _plan_changed_files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5022);
/* harmony import */ var _plan_naming_version_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1989);
/* harmony import */ var _plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5399);
/* harmony import */ var _plan_naming_version_variant_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3499);




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
    return (0,_plan_naming_version_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(scheme, version, held.version) ?? (0,_plan_naming_version_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)('pep440', version, held.version);
}
/** Whether the held version is one that the line goes over: of its numbers, and stable where ours is. */
function isOfLine(held, line) {
    if (line.kind === 'channel')
        return true;
    const numbers = line.within === '' ? [] : line.within.split('.').map(Number);
    const sameNumbers = numbers.every((number, index) => Number(held.release[index] ?? 0) === number);
    return sameNumbers && (held.isStable || (0,_plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagVersion */ .A)(line.version)?.isStable === false);
}
function heldVersion({ held, tag }) {
    const version = recordedVersion(held);
    return version === undefined ? undefined : withoutVariant(version, tag);
}
/** The version of an image: from the git tag where Tagboat recorded it, else from the version label, which a flavor may have changed. */
function recordedVersion({ ref, version }) {
    const gitTag = ref?.startsWith('refs/tags/') ? (0,_plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagVersion */ .A)(ref.slice('refs/tags/'.length)) : undefined;
    const label = (0,_plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagVersion */ .A)(version ?? '');
    return gitTag ?? (label !== undefined && /^v?$/.test(label.prefix) ? label : undefined); // `sha-1234567` is not a version
}
/** `1.2.3-alpine` is 1.2.3 in another variant and no prerelease; so is what the tag itself ends with. */
function withoutVariant(version, tag) {
    const { rest } = (0,_plan_naming_version_variant_js__WEBPACK_IMPORTED_MODULE_2__/* .splitVariant */ .m)(version.rest, tag.split('-').slice(1));
    return (0,_plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagVersion */ .A)(`${version.release.join('.')}${rest}`) ?? version;
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
        unknown(describeTie({ ours, held }, { runs, times })));
}
/** What is held, where neither ancestry nor run nor time says which of the two is newer. */
function describeTie({ ours, held }, { runs, times }) {
    if (commitOf(ours) !== undefined && commitOf(ours) === commitOf(held))
        return 'an image of the same commit with other files';
    if (isTold(runs))
        return 'an image of another commit, of the same run';
    if (isTold(times))
        return 'an image of another commit, of the same time';
    if (held.revision === undefined)
        return 'an image that says neither its commit nor its run';
    return `an image of commit ${shortSha(held)}, and nothing says which of the two is newer`;
}
/** The commit, also of a checkout that differed from it. */
function commitOf({ revision }) {
    return revision?.endsWith(_plan_changed_files_js__WEBPACK_IMPORTED_MODULE_3__/* .DIRTY */ .jm) === true ? revision.slice(0, -_plan_changed_files_js__WEBPACK_IMPORTED_MODULE_3__/* .DIRTY */ .jm.length) : revision;
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

/***/ 683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ tellsNewerRelease),
/* harmony export */   q: () => (/* binding */ findNewerRelease)
/* harmony export */ });
/* harmony import */ var _plan_naming_version_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1989);
/* harmony import */ var _plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5399);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7543);



/**
 * The fixed tag of the newest version in a floating tag's line that is newer than ours. It is looked for among the tags that have
 * come since preflight, after ours is written: runs write their fixed tags before their floating ones, so the last run to write a floating tag sees by it that it is not the newest.
 * @param own the tags of this run in the repository: their fixed ones tell how versions are written there.
 * @returns undefined where ours is the newest.
 */
function findNewerRelease({ line, name }, own, listed) {
    const affixes = isOfVersions(line) ? findAffixes(line.version, own) : undefined;
    if (!isOfVersions(line) || affixes === undefined)
        return undefined;
    const { before, after } = affixes;
    const length = (0,_plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagVersion */ .A)(line.version)?.release.length;
    const isNewer = (a, b) => ((0,_plan_naming_version_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Z)(line.scheme, a, b) ?? 0) > 0;
    const newer = listed
        .filter((tag) => tag !== name && tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length)
        .flatMap((tag) => {
        const held = (0,_plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagVersion */ .A)(tag.slice(before.length, tag.length - after.length));
        const isVersion = held !== undefined && held.prefix === '' && held.release.length === length; // `1.2` is a floating tag
        return isVersion && isInLine(held, line) && isNewer(held.version, line.version) ? [{ tag, version: held.version }] : [];
    });
    return newer.toSorted((a, b) => (isNewer(a.version, b.version) ? -1 : 1))[0]?.tag;
}
/** Whether the tags of a repository can tell that a newer version has come. */
function tellsNewerRelease({ line }, own) {
    return isOfVersions(line) && findAffixes(line.version, own) !== undefined;
}
function isOfVersions(line) {
    return line?.kind === 'version' || line?.kind === 'channel';
}
/** A channel has versions of the kind of ours: releases, or, but for `next`, prereleases of the same name. */
function isInLine(held, line) {
    if (line.kind === 'version')
        return (0,_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfLine */ .ut)(held, line);
    const ours = (0,_plan_naming_version_tag_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTagVersion */ .A)(line.version);
    if (held.isStable !== ours?.isStable)
        return false;
    return line.channel === 'next' || held.isStable || kindOf(held) === kindOf(ours);
}
/** The `rc` of `-rc.1`. */
function kindOf({ rest }) {
    return /[a-z]+/i.exec(rest)?.[0].toLowerCase();
}
function findAffixes(version, own) {
    const fixed = own.find(({ lifetime, name }) => lifetime === 'fixed' && name.includes(version));
    if (fixed === undefined)
        return undefined;
    const at = fixed.name.indexOf(version);
    return { before: fixed.name.slice(0, at), after: fixed.name.slice(at + version.length) };
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
    constructor(message, silentMs) {
        super(message);
        this.silentMs = silentMs;
    }
}
/** What the body's source threw: not the registry's fault, so the caller gets the cause as it was. */
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

/***/ 420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BO: () => (/* binding */ classifyAnswer),
/* harmony export */   BQ: () => (/* binding */ isPullLimit),
/* harmony export */   gp: () => (/* binding */ isSecondaryLimit),
/* harmony export */   iN: () => (/* binding */ classifyNetworkCode)
/* harmony export */ });
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
/** Not implemented, HTTP version, storage is full, and a network that wants a login first: waiting changes none of them. */
const FINAL = [501, 505, 507, 511];
/** A time-out, too many requests, and nginx's word for "the client went away", which here means a proxy in between. */
const PASSING = [408, 429, 499];
function isTemporary(status) {
    return PASSING.includes(status) || (status >= 500 && !FINAL.includes(status));
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
/** GitHub's limit on writing fast, which GHCR answers with 403. */
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


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  gl: () => (/* binding */ RegistryError),
  n: () => (/* binding */ answerError),
  rO: () => (/* binding */ answerMismatch),
  x6: () => (/* binding */ networkError),
  Nk: () => (/* binding */ readErrorBody),
  w4: () => (/* binding */ withTries)
});

// EXTERNAL MODULE: ./.build/plan/text/json.js
var json = __nccwpck_require__(5906);
// EXTERNAL MODULE: ./.build/plan/text/parse-json.js
var parse_json = __nccwpck_require__(4916);
// EXTERNAL MODULE: ./.build/plan/text/reference.js
var text_reference = __nccwpck_require__(455);
// EXTERNAL MODULE: ./.build/registry/answer.js
var registry_answer = __nccwpck_require__(5932);
// EXTERNAL MODULE: ./.build/registry/classify.js
var classify = __nccwpck_require__(420);
// EXTERNAL MODULE: ./.build/registry/hint.js
var registry_hint = __nccwpck_require__(5519);
// EXTERNAL MODULE: ./.build/registry/location.js
var registry_location = __nccwpck_require__(4017);
// EXTERNAL MODULE: ./.build/host/error-code.js
var error_code = __nccwpck_require__(5349);
;// CONCATENATED MODULE: ./.build/registry/network-error.js

function isNetworkError(cause) {
    return (0,error_code/* errorCode */.CA)(cause) !== '' && (0,error_code/* errorCode */.CA)(cause) !== 'ABORT_ERR';
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
    /** What it was made of, to make it again with more ({@link withTries}). */
    failure;
    constructor(failure) {
        super(describeFailure(failure), { cause: failure.cause });
        this.failure = failure;
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
/** The same error, with how often it was tried. */
function withTries({ failure }, tries) {
    return new RegistryError({ ...failure, tries });
}
/** The error for an answer that is not what was asked for. Reads its body. */
async function answerError(asked, answer) {
    const { status, headers } = answer;
    const { code, message } = await readErrorBody(answer);
    if (isForeign(answer, code))
        return foreignError(asked, answer);
    const remaining = headers['ratelimit-remaining'];
    const rateLimitRemaining = typeof remaining === 'string' ? remaining : undefined;
    const verdict = (0,classify/* classifyAnswer */.BO)({ status, code, message, retryAfter: headers['retry-after'], rateLimitRemaining }, clockOf(answer));
    const insufficientScope = /insufficient_scope/.test(headers['www-authenticate'] ?? '');
    const facts = { status, code, message, rateLimitRemaining, insufficientScope };
    const hint = (0,registry_hint/* hintFor */.JR)({ ...facts, registry: asked.repository.registry, writes: WRITES.includes(asked.operation) });
    const target = status >= 300 && status < 400 ? (0,registry_location/* resolveLocation */.K)(headers.location, answer.url) : undefined;
    const detail = target === undefined ? message : `the registry redirects to ${redactUrl(target)}`;
    return new RegistryError({ ...asked, status, code, detail, verdict, hint });
}
/** What a web server answers to requests that it does not know. */
const NOT_KNOWN = [404, 405, 501];
/** Whether something answers that is no registry: a page where there should be JSON. A proxy in front of a registry says so with other statuses. */
function isForeign({ status, headers }, code) {
    if (code !== '' || headers['docker-distribution-api-version'] !== undefined)
        return false;
    const isPage = /^text\/html\b/i.test(headers['content-type'] ?? '');
    return status === 200 || (isPage && NOT_KNOWN.includes(status));
}
function foreignError(asked, { status, headers, url }) {
    const type = headers['content-type']?.split(';')[0] ?? 'without a type';
    const detail = `${url.host} answers, but not as a registry (${status}, ${type}): is the port right?`;
    return new RegistryError({ ...asked, status, code: '', detail, verdict: { temporary: false }, hint: undefined, isForeign: true });
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
    const hint = (0,registry_hint/* hintFor */.JR)({ ...facts, status: undefined, code, message: cause.message });
    const silence = cause instanceof registry_answer/* SilenceError */.e3 ? { silentMs: cause.silentMs } : {};
    return new RegistryError({
        ...asked,
        code,
        detail: describeNetworkError(cause, asked.url),
        verdict: (0,classify/* classifyNetworkCode */.iN)(code, cause.statusCode),
        hint,
        cause,
        ...silence,
    });
}
/** The error for an answer that claims success and cannot be believed: a captive portal, other bytes, no Location. */
function answerMismatch(asked, detail, verdict = { temporary: false }) {
    return new RegistryError({ ...asked, code: '', detail, verdict, hint: undefined });
}
/** Scheme, host and path: what follows `?` may be a signature. */
function redactUrl(url) {
    return `${url.protocol}//${url.host}${url.pathname}`;
}
function describeFailure({ repository, operation, reference, detail, hint, ...failure }) {
    const { status, code, verdict, tries, isForeign = false } = failure;
    const what = [`cannot ${operation}`, reference].filter((part) => part !== undefined).join(' ');
    const answer = isForeign ? '' : [status, code].filter((part) => part !== undefined && part !== '').join(' ');
    const waitMs = verdict.retryAfterMs ?? 0;
    const wait = waitMs > 0 ? `the registry asks to wait ${Math.ceil(waitMs / 1000)} s` : '';
    const tried = tries === undefined ? '' : `tried ${tries.times} times in ${(tries.tookMs / 1000).toFixed(1)} s`;
    const reason = [answer, printable(detail), wait, tried].filter((part) => part !== '').join(', ');
    return `${(0,text_reference/* formatRepository */.Sh)(repository)}: ${what}: ${reason}${hint === undefined ? '' : `; ${hint}`}`;
}
/** The registry's clock where the answer has a date, since a Retry-After that is a date is a date of that clock. */
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

/***/ 5519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ hintFor),
/* harmony export */   Pr: () => (/* binding */ BLOB_LOST)
/* harmony export */ });
/* unused harmony export registryKind */
/* harmony import */ var _host_error_code_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5349);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(420);


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
    distribution: 'log in, or check the username and the password for this registry',
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
/** Registries whose names are never wrong where a name server answers. */
const WELL_KNOWN = /^(?:docker\.io|ghcr\.io|quay\.io|gcr\.io|public\.ecr\.aws|mcr\.microsoft\.com|registry\.gitlab\.com)$/;
function networkHint({ registry, status, code, logsIn = false, stopsOnTheWay = false }) {
    if (status !== undefined)
        return undefined;
    if (stopsOnTheWay)
        return 'check HTTPS_PROXY and NO_PROXY, or where the registry redirects to';
    if (logsIn && /^(?:ENOTFOUND|ECONNREFUSED)$/.test(code))
        return 'the registry sends logins to this host: check that it can be reached from here';
    if (code === 'EAI_AGAIN' || (code === 'ENOTFOUND' && WELL_KNOWN.test(registry)))
        return 'is this machine online (DNS)?';
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
    if ((0,_host_error_code_js__WEBPACK_IMPORTED_MODULE_1__/* .isCertificateCode */ .TR)(code))
        return 'name the CA in NODE_EXTRA_CA_CERTS or put it into /etc/docker/certs.d/<registry>/ca.crt';
    return /^(?:HPE_|EPROTO|ERR_SSL)/.test(code) ? 'check scheme and port: the other side does not speak the same protocol' : undefined;
}
/** Of the registry, or of what it stands behind; 501 and 507 are about this request. */
const TROUBLE = [500, 502, 503, 504];
/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#error-codes */
const BLOB_LOST = 'MANIFEST_BLOB_UNKNOWN';
function contentHint({ registry, status, code, message, rateLimitRemaining }) {
    if ((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .isPullLimit */ .BQ)({ status: status ?? 0, message, rateLimitRemaining }))
        return 'log in to the registry: this limit is per six hours and waiting does not help';
    if ((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecondaryLimit */ .gp)({ status: status ?? 0, message }))
        return 'let fewer jobs push at the same time';
    if (/quota/i.test(message) || status === 507)
        return 'free storage or raise the quota';
    if (/immutable/i.test(message) || code === 'TAG_INVALID')
        return 'the registry forbids to move this tag: choose another or make the repository mutable';
    if (code === BLOB_LOST)
        return 'the registry lost a layer that it had confirmed: run this again';
    if (status !== undefined && TROUBLE.includes(status))
        return 'the registry itself is in trouble: run this again later';
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
/* harmony import */ var _plan_text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1731);
/* harmony import */ var _plan_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(472);


/** Why every rule gave what it gave, what came of `latest`, and when each tag moves. */
function explainLines(naming) {
    const rules = naming.rules.map((outcome) => [describePlace(outcome), outcome.rule, describeOutcome(outcome)]);
    const latest = ['flavor', 'latest', `${naming.latest.tag ?? 'nothing'}: ${naming.latest.reason}`];
    const tags = naming.tags.map((tag) => [tag.name, tag.lifetime, (0,_plan_text_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLine */ .ES)(tag), describeMoves(tag)]);
    return [...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .alignColumns */ .RM)([...rules, latest]), ...(tags.length === 0 ? [] : ['']), ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .alignColumns */ .RM)(tags)].map(_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj);
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

/***/ 472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ describeLine),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   KS: () => (/* binding */ planTitle),
/* harmony export */   bt: () => (/* binding */ titleOfRef)
/* harmony export */ });
/* harmony import */ var _plan_inputs_source_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1731);
/* harmony import */ var _plan_text_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1806);
/* harmony import */ var _plan_text_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(455);




/** `v1.2.3: 4 tags in 2 repositories for linux/amd64 and linux/arm64` */
function planTitle(plan) {
    const { images, source } = plan;
    const platforms = [...new Set(images.flatMap((image) => image.platforms.map(_plan_text_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .B)))];
    const forPlatforms = platforms.length === 0 ? '' : ` for ${(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .sentenceList */ .MT)(platforms)}`;
    const ofImages = images.length === 1 ? '' : `${(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(images.length, 'image')}, `;
    const tags = images.reduce((sum, { naming }) => sum + naming.tags.length, 0);
    const repositories = images.reduce((sum, { destinations }) => sum + destinations.length, 0);
    return (0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(`${titleOfRef(source.ref)}: ${ofImages}${(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tags, 'tag')} in ${(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(repositories, 'repository')}${forPlatforms}`);
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
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('from', [
            `${source.ref === '' ? 'no ref' : source.ref}${source.sha === '' ? '' : ` at ${source.sha.slice(0, 12)}`}${source.event === '' ? '' : ` (${source.event})`}`,
        ]),
        ...(images.length === 1
            ? images.flatMap(imageLines)
            : images.flatMap((image) => [...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('target', [image.target]), ...imageLines(image)])),
        ...buildLines(plan),
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('exports', build.exports.map(({ target, output }) => `${output}${target === '' ? '' : ` of target ${target}`}`)),
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('gates', describeSignedTag(plan)),
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('publish', [`${push.push ? 'yes' : 'no'}: ${push.reason}`]),
    ];
}
function imageLines(image) {
    const { naming, destinations } = image;
    return [
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('images', destinations.map(({ repository, optional }) => `${(0,_plan_text_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .shortName */ .EU)(repository)}${optional ? ' (optional)' : ''}`)),
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('tags', (0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .alignColumns */ .RM)(naming.tags.map((tag) => [tag.name, tag.lifetime, describeLine(tag), `by ${tag.from}`]))),
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('no tag by', naming.rules.flatMap(({ rule, reason }) => (reason === undefined ? [] : [`${rule}: ${reason}`]))),
        ...(image.target === '' ? [] : (0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('platforms', [describePlatforms(image.platforms)])),
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('gates', gateLines(image)),
    ];
}
function describePlatforms(platforms) {
    return platforms.length === 0 ? 'the builder’s own' : platforms.map(_plan_text_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .B).join(', ');
}
function buildLines({ build: { source, bake, ...build }, images }) {
    if (source !== undefined)
        return (0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('source', [(0,_plan_inputs_source_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSource */ .j2)(source)]);
    if (bake !== undefined) {
        const published = images.map(({ target }) => target);
        const others = bake.targets.filter(({ name }) => !published.includes(name)).map(({ name }) => name);
        return [...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('bake', [bake.files.join(', ')]), ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('built too', others.length === 0 ? [] : [others.join(', ')])];
    }
    return [
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('platforms', [describePlatforms(build.platforms)]),
        ...(0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .labelLines */ ._e)('context', [
            `${build.context}${build.file === '' ? '' : `, file ${build.file}`}${build.target === '' ? '' : `, target ${build.target}`}`,
        ]),
    ];
}
function gateLines({ checks }) {
    const { tests, services, testPlatforms, maxSizes, maxGrowth } = checks;
    const where = testPlatforms.length === 0 ? 'every platform' : (0,_plan_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .sentenceList */ .MT)(testPlatforms);
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
        return [`no signature: ${ref === '' ? 'there is no ref' : `${ref} is not a tag`}`];
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
