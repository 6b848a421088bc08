/** The release this is; `make release-check` holds it to package.json and the changelog. */
export const VERSION = '0.1.0';
