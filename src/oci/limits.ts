/** What registries take in common, and so what can be published. @see https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

/** An image’s configuration is read as a whole; the largest in use have some 100 kB. */
export const MAX_CONFIG_BYTES = 4 * 1024 * 1024;
