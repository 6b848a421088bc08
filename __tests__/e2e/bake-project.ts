import { afterAll } from '@jest/globals';
import { installDockerSpy } from '../tools/docker-spy.ts';
import { openSite, runStep, type StepOptions } from '../tools/step.ts';

export const site = await openSite();
export const { open, auth, user, password } = site.lab;
afterAll(site.close);

export const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const BAKE = `variable "GREETING" { default = "nothing" }
variable "REPOSITORY" { default = "" }
group "default" { targets = ["web", "api", "files"] }
target "base" {
  context = "base"
  args = { GREETING = "$\${literal} \${GREETING}" }
}
target "_service" {
  contexts = { base = "target:base" }
}
target "web" {
  inherits = ["_service"]
  context = "web"
  labels = { "com.example.own" = "100%%{x}", "com.example.note" = "from the file" }
}
target "api" {
  inherits = ["_service"]
  context = "api"
  tags = ["\${REPOSITORY}:stable"]
}
target "broken" {
  context = "broken"
}
target "files" {
  dockerfile-inline = "FROM scratch\\nCOPY web/Dockerfile /"
  output = ["type=local,dest=out"]
}
`;
export const FILES = {
  'docker-bake.hcl': BAKE,
  'base/Dockerfile': 'FROM busybox\nARG GREETING\nRUN echo "$GREETING" >/greeting\n',
  'web/Dockerfile': 'FROM base\nRUN read -r line </greeting; echo "web says $line" >/web\n',
  'broken/Dockerfile': 'FROM busybox\nRUN echo no && exit 3\n',
  'api/Dockerfile': 'FROM base\nRUN --mount=type=secret,id=token wc -c </run/secrets/token >/api\n',
};
export const project = site.makeProject(FILES);
const login = { registry: auth, username: user, password };

/** The step's inputs for images under this name. */
export const inputsFor = (name: string) => ({
  'bake-files': 'docker-bake.hcl',
  vars: `GREETING=hello\nREPOSITORY=${open}/${name}/api`,
  images: `base=${open}/${name}/base\nweb=${open}/${name}/web\nweb=${auth}/${name}/web`,
  tags: 'type=release\ntype=raw,value=edge,target=web',
  platforms: PLATFORMS.join(','),
  labels: 'com.example.note=${not} %{a} template',
  secrets: 'token=secret',
  provenance: 'false',
  ...login,
});

/** Runs the step with a spy on docker. */
export async function run(inputs: StepOptions['inputs'], options: Omit<StepOptions, 'inputs'> = {}) {
  const spy = installDockerSpy(site.folder, site.machine);
  const ended = await runStep(site, project, { ...options, inputs, env: { ...spy.env, ...options.env } });
  return { ...ended, bakes: spy.callsOf('buildx', 'bake').filter(({ args }) => !args.some((arg) => /^--(?:print|list)\b/.test(arg))) };
}

export const statusOf = async (repository: string): Promise<number> => (await fetch(`http://${open}/v2/${repository}/tags/list`)).status;
export const parse = (text = '') => JSON.parse(text) as Readonly<Record<string, { readonly digest: string }>>; // of the targets output
