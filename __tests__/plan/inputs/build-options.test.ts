import { describe, expect, test } from '@jest/globals';
import type { Inputs } from '../../../src/plan/inputs/inputs.ts';
import { readInputs } from '../../tools/inputs.ts';

const read = (name: string, text: string): Inputs => readInputs({ [name]: text });

describe('options that buildx would refuse only when it runs', () => {
  // biome-ignore format: a table
  test.each([
    // input, given, what is wrong
    ['provenance', 'maximal',                 'provenance: "maximal" is not key=value; write true, false or attributes such as mode=max.'],
    ['provenance', 'mode=maximal',            'provenance: "mode=maximal" has no mode that is known; accepted: min, max.'],
    ['sbom',       'ture',                    'sbom: "ture" is not key=value; write true, false or generator=image.'],
    ['attests',    'type=sbm',                'attests: "type=sbm" has no type that is known; did you mean sbom? accepted: provenance, sbom.'],
    ['attests',    'mode=max',                'attests: "mode=max" has no type; write type=provenance or type=sbom with its attributes'],
    ['attests',    'sbom',                    'attests: "sbom" is not key=value; write type=provenance or type=sbom with its attributes'],
    ['network',    'hots',                    'network: "hots" is not a build network; did you mean host? accepted: default, host, none.'],
    ['allow',      'network.hots',            'allow: unknown entitlement "network.hots"; did you mean network.host?'],
    ['add-hosts',  'db',                      'add-hosts: "db" is not name:address; write name:address'],
    ['add-hosts',  'db:ten.0.0.5',            'add-hosts: "db:ten.0.0.5" is not name:address; write name:address'],
    ['add-hosts',  'db:[::1',                 'add-hosts: "db:[::1" is not name:address; write name:address'],
    ['add-hosts',  'db:[host-gateway]',       'add-hosts: "db:[host-gateway]" is not name:address; write name:address'],
    ['ulimit',     'nofile',                  'ulimit: "nofile" is not a limit; write name=soft or name=soft:hard'],
    ['ulimit',     'nofiles=1',               'ulimit: "nofiles=1" has no limit that is known; did you mean nofile?'],
    ['ulimit',     'nofile=2:1',              'ulimit: "nofile=2:1" has a soft limit above its hard one; write name=soft:hard'],
    ['ulimit',     'nofile=-1:5',             'ulimit: "nofile=-1:5" has a soft limit above its hard one; write name=soft:hard'],
    ['ulimit',     'core=9223372036854775808', 'ulimit: "core=9223372036854775808" is not a limit; write name=soft or name=soft:hard'],
    ['ulimit',     'core=9223372036854775807:9223372036854775806', 'has a soft limit above its hard one; write name=soft:hard'],
    ['shm-size',   '2gi',                     'shm-size: "2gi" is not a size; write a number and a unit, such as 64m or 2g.'],
    ['shm-size',   'big',                     'shm-size: "big" is not a size; write a number and a unit, such as 64m or 2g.'],
  ])('%s: %s is refused', (name, text, message) => {
    expect(() => read(name, text)).toThrow(message);
  });

  // biome-ignore format: a table
  test.each([
    ['provenance', '',                                   ({ build }: Inputs) => build.provenance,  ''],
    ['provenance', 'True',                               ({ build }: Inputs) => build.provenance,  'true'],
    ['provenance', 'FALSE',                              ({ build }: Inputs) => build.provenance,  'false'],
    ['provenance', 'mode=max,version=v1',                ({ build }: Inputs) => build.provenance,  'mode=max,version=v1'],
    ['sbom',       'generator=docker/scout-sbom:latest', ({ build }: Inputs) => build.sbom,        'generator=docker/scout-sbom:latest'],
    ['attests',    'type=provenance,disabled=true',      ({ build }: Inputs) => build.attests,     ['type=provenance,disabled=true']],
    ['network',    'none',                               ({ build }: Inputs) => build.network,     'none'],
    ['allow',      'network.host,device=nvidia.com/gpu', ({ build }: Inputs) => build.allow,       ['network.host', 'device=nvidia.com/gpu']],
    ['add-hosts',  'a:10.0.0.5,b=::1\nc:host-gateway',   ({ build }: Inputs) => build.addHosts,    ['a:10.0.0.5', 'b=::1', 'c:host-gateway']],
    ['add-hosts',  'a:[1.2.3.4],b:[::1]',                ({ build }: Inputs) => build.addHosts,    ['a:[1.2.3.4]', 'b:[::1]']],
    ['ulimit',     'memlock=9223372036854775807',        ({ build }: Inputs) => build.ulimit,      ['memlock=9223372036854775807']],
    ['ulimit',     'nofile=1024:-1\ncore=0',             ({ build }: Inputs) => build.ulimit,      ['nofile=1024:-1', 'core=0']],
    ['shm-size',   '1.5 GiB',                            ({ build }: Inputs) => build.shmSize,     '1.5 GiB'],
    ['shm-size',   '.5g',                                ({ build }: Inputs) => build.shmSize,     '.5g'],
    ['extra-args', '--cpu-quota\n-1',                    ({ build }: Inputs) => build.extraArgs,   ['--cpu-quota', '-1']],
    ['cache-from', '"type=registry,ref=a/b"',            ({ build }: Inputs) => build.cacheFrom,   ['type=registry,ref=a/b']],
  ])('%s: %s is read', (name, text, pick, expected) => {
    expect(pick(read(name, text))).toEqual(expected);
  });
});
