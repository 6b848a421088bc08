import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Intent } from '../facts/read-request.ts';
import type { Host } from '../host/host.ts';
import type { Leftovers } from '../host/leftovers.ts';
import { makeBakeFiles, renderNamings } from '../report/metadata-outputs.ts';

type NamingOutputs = Readonly<Record<string, string>>;

/**
 * metadata-action's outputs. For the steps that follow there are also bake files, whose paths are outputs, and all of it stands in
 * variables of the same names, as metadata-action has it.
 */
export async function writeNamingOutputs(host: Host, intent: Intent): Promise<NamingOutputs> {
  const { plan, inputs } = intent;
  const texts = renderNamings(plan.images, inputs.outputs.separators);
  if (host.exportVariables === undefined) return texts;
  const outputs = { ...texts, ...(await writeBakeFiles(host, intent)) };
  if (host.environment.DOCKER_METADATA_SET_OUTPUT_ENV?.toLowerCase() !== 'false') host.exportVariables(asVariables(outputs));
  return outputs;
}

async function writeBakeFiles({ temporaryFolder, remember }: Host, { inputs, plan }: Intent): Promise<NamingOutputs> {
  const folder = await mkdtemp(path.join(temporaryFolder, 'tagboat-bake-'));
  remember({ bakeFolder: folder } satisfies Partial<Leftovers>);
  const files = Object.entries(
    makeBakeFiles(plan.images.map(({ target, naming }) => ({ target: target || inputs.outputs.bakeTarget, naming }))),
  );
  const paths = files.map(async ([output, content]) => {
    const file = path.join(folder, `${output}.json`);
    await writeFile(file, JSON.stringify(content));
    return [output, file] as const;
  });
  return Object.fromEntries(await Promise.all(paths));
}

function asVariables(outputs: NamingOutputs): NamingOutputs {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [`DOCKER_METADATA_OUTPUT_${name.replaceAll('-', '_').toUpperCase()}`, value]),
  );
}
