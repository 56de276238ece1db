// What every esbuild run of the project has in common.

/** Packages stay outside the bundle, save the small helpers that ajv's compiled validators call. */
const externalPackages = {
  name: 'external-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || /^ajv(-formats)?\/dist\/(runtime|formats)/.test(path) ? undefined : { path, external: true });
  },
};

export const bundleOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  splitting: true,
  logLevel: 'warning',
  plugins: [externalPackages],
};
