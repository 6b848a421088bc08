/** The arguments of docker that take a stack down, by the name of its compose project, with its volumes. */
export function stopArguments({ name }: { readonly name: string }): readonly string[] {
  return ['compose', `--project-name=${name}`, 'down', '--volumes', '--remove-orphans', '--timeout=0'];
}
