import { formatTime, parseZone } from './dates.ts';
import type { Compilation, Evaluate } from './template-compiler.ts';
import type { Call } from './template-tree.ts';

const FORM = "write {{date 'YYYYMMDD'}} or {{date 'YYYYMMDD' tz='Europe/Paris'}}, with quotes around the format";

/** `{{date 'YYYYMMDD' tz='Europe/Paris'}}` and `{{commit_date …}}`; the zone is UTC where none is given. */
export function compileDate(name: 'date' | 'commit_date', call: Pick<Call, 'params' | 'hash'>, compilation: Compilation): Evaluate {
  const { problem, moment } = compilation;
  const [format] = call.params;
  if (call.params.length !== 1 || format?.type !== 'StringLiteral') throw problem(`calls ${name} without a format in quotes`, FORM);
  const pairs = call.hash?.pairs ?? [];
  const option = pairs.find(({ key }) => key !== 'tz');
  if (option !== undefined) throw problem(`gives ${name} the unknown option ${JSON.stringify(option.key)}`, 'the one option is tz');
  const given = pairs.at(-1)?.value;
  if (given !== undefined && given.type !== 'StringLiteral') throw problem('has a time zone without quotes', FORM);
  const zoneName = given?.value ?? 'UTC';
  const zone = parseZone(zoneName);
  if (zone === undefined) {
    throw problem(
      `has the unknown time zone ${JSON.stringify(zoneName)}`,
      "write a name such as tz='Europe/Paris', or an offset such as tz='+09:00'",
    );
  }
  if (moment === undefined) throw new Error('the date library was not loaded: loadLibraries did not see this input');
  const style = { format: format.value, zone };
  return ({ scope }) => formatTime(moment, name === 'date' ? scope.now : scope.commitTime, style);
}
