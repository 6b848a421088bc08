/** Each `{{ }}` of a text, braces included. */
export const TEMPLATES = /\{\{.*?\}\}+/gs;

/** The text with as many zeros in the place of each `{{ }}`: so a colon or a comma that is found stands outside of them. */
export function maskTemplates(text: string): string {
  return text.replace(TEMPLATES, (template) => '\0'.repeat(template.length));
}
