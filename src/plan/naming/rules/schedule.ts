import { nothing, type RuleType } from './rule.ts';

export const schedule: RuleType = {
  type: 'schedule',
  priority: 1000,
  attributes: ['pattern'],
  summary: '`nightly`, or the text of pattern=, where a schedule started the workflow',
  compile: ({ attributes, template }) => {
    const pattern = template(attributes.get('pattern') ?? 'nightly');
    return ({ context, scope }) => {
      const { name } = context.event;
      if (!name.includes('schedule')) return nothing(name === '' ? 'there is no event' : `the event is ${name}, not schedule`);
      const text = pattern.render(scope);
      return text === '' ? nothing('its pattern is empty here') : { tags: [{ text, line: { kind: 'schedule' } }] };
    };
  },
};
