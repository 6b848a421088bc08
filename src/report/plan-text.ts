import type { PlannedServices } from '../plan/inputs/services.ts';
import { formatSource } from '../plan/inputs/source.ts';
import type { Line, PlannedTag } from '../plan/naming/naming.ts';
import type { Plan, PlannedImage } from '../plan/plan.ts';
import { alignColumns, count, labelLines, plain, sentenceList } from '../plan/text/escape.ts';
import { formatPlatform, type Platform } from '../plan/text/platform.ts';
import { shortName } from '../plan/text/reference.ts';

/** `v1.2.3: 4 tags in 2 repositories for linux/amd64 and linux/arm64` */
export function planTitle(plan: Plan): string {
  const { images, source } = plan;
  const platforms = [...new Set(images.flatMap((image) => image.platforms.map(formatPlatform)))];
  const forPlatforms = platforms.length === 0 ? '' : ` for ${sentenceList(platforms)}`;
  const ofImages = images.length === 1 ? '' : `${count(images.length, 'image')}, `;
  const tags = images.reduce((sum, { naming }) => sum + naming.tags.length, 0);
  const repositories = images.reduce((sum, { destinations }) => sum + destinations.length, 0);
  return plain(`${titleOfRef(source.ref)}: ${ofImages}${count(tags, 'tag')} in ${count(repositories, 'repository')}${forPlatforms}`);
}

/** `v1.2.3`, `main`, `pull request 7`; a ref of another kind as it is. */
export function titleOfRef(ref: string): string {
  const [, pullRequest] = /^refs\/pull\/(\d+)\//.exec(ref) ?? [];
  if (pullRequest !== undefined) return `pull request ${pullRequest}`;
  return ref.replace(/^refs\/(heads|tags)\//, '') || 'no ref';
}

/** The plan as people read it: a label a block, a fact a line. */
export function planLines(plan: Plan): readonly string[] {
  const { source, images, build, push } = plan;
  return [
    ...labelLines('from', [
      `${source.ref === '' ? 'no ref' : source.ref}${source.sha === '' ? '' : ` at ${source.sha.slice(0, 12)}`}${source.event === '' ? '' : ` (${source.event})`}`,
    ]),
    ...(images.length === 1
      ? images.flatMap(imageLines)
      : images.flatMap((image) => [...labelLines('target', [image.target]), ...imageLines(image)])),
    ...buildLines(plan),
    ...labelLines(
      'exports',
      build.exports.map(({ target, output }) => `${output}${target === '' ? '' : ` of target ${target}`}`),
    ),
    ...labelLines('gates', describeSignedTag(plan)),
    ...labelLines('publish', [`${push.push ? 'yes' : 'no'}: ${push.reason}`]),
  ];
}

function imageLines(image: PlannedImage): readonly string[] {
  const { naming, destinations } = image;
  return [
    ...labelLines(
      'images',
      destinations.map(({ repository, optional }) => `${shortName(repository)}${optional ? ' (optional)' : ''}`),
    ),
    ...labelLines('tags', alignColumns(naming.tags.map((tag) => [tag.name, tag.lifetime, describeLine(tag), `by ${tag.from}`]))),
    ...labelLines(
      'no tag by',
      naming.rules.flatMap(({ rule, reason }) => (reason === undefined ? [] : [`${rule}: ${reason}`])),
    ),
    ...(image.target === '' ? [] : labelLines('platforms', [describePlatforms(image.platforms)])),
    ...labelLines('gates', gateLines(image)),
  ];
}

function describePlatforms(platforms: readonly Platform[]): string {
  return platforms.length === 0 ? 'the builder’s own' : platforms.map(formatPlatform).join(', ');
}

function buildLines({ build: { source, bake, ...build }, images }: Plan): readonly string[] {
  if (source !== undefined) return labelLines('source', [formatSource(source)]);
  if (bake !== undefined) {
    const published = images.map(({ target }) => target);
    const others = bake.targets.filter(({ name }) => !published.includes(name)).map(({ name }) => name);
    return [...labelLines('bake', [bake.files.join(', ')]), ...labelLines('built too', others.length === 0 ? [] : [others.join(', ')])];
  }
  return [
    ...labelLines('platforms', [describePlatforms(build.platforms)]),
    ...labelLines('context', [
      `${build.context}${build.file === '' ? '' : `, file ${build.file}`}${build.target === '' ? '' : `, target ${build.target}`}`,
    ]),
  ];
}

function gateLines({ checks }: PlannedImage): readonly string[] {
  const { tests, services, testPlatforms, maxSizes, maxGrowth } = checks;
  const where = testPlatforms.length === 0 ? 'every platform' : sentenceList(testPlatforms);
  return [
    ...(services === undefined ? [] : [`services up on ${where}: ${describeServices(services)}`]),
    ...tests.map(({ text }) => `test on ${where}: ${text}`),
    ...maxSizes.map(({ platform, limit }) => `at most ${limit.text}${platform === undefined ? '' : ` for ${platform}`}`),
    ...(maxGrowth === undefined ? [] : [`at most ${maxGrowth.text} more than before`]),
  ];
}

function describeServices({ names, tested }: PlannedServices): string {
  const marked = names.map((name) => (tested.includes(name) ? `${name} (the image)` : name)).join(', ');
  return tested.length === 0 ? `${marked}; none of them is the image, which is tested beside them` : marked;
}

function describeSignedTag({ signedTag: { kind }, source: { ref } }: Plan): readonly string[] {
  if (kind === 'no') return [];
  if (!ref.startsWith('refs/tags/')) return [`no signature: ${ref === '' ? 'there is no ref' : `${ref} is not a tag`}`];
  return [kind === 'github' ? 'the git tag is signed, says GitHub' : 'the git tag is signed with a given key'];
}

/** `follows 1.2.x`; '' for a fixed tag. */
export function describeLine({ line }: Pick<PlannedTag, 'line'>): string {
  return line === undefined ? '' : `follows ${describeFollowed(line)}`;
}

function describeFollowed(line: Line): string {
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
