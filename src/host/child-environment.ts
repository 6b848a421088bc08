/** What other programs are started with: the action's inputs and state hold passwords, and no program but this one is to have them. */
export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(INPUT|STATE)_/.test(name)));
}
