import type { Host } from './host.ts';
import type { Intent } from './read-intent.ts';

export async function writeNamingOutputs(_host: Host, _intent: Intent): Promise<Readonly<Record<string, string>>> {
  return {};
}
