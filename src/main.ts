#!/usr/bin/env node
import { run } from './app/run.ts';
import { runCommandLine } from './cli/cli.ts';
import { actionsHost } from './host/actions.ts';
import { outliveClosedOutput } from './host/closed-output.ts';

outliveClosedOutput(process);

// One bundle is both: the runner starts it without arguments, people start it with some.
const args = process.argv.slice(2);
const onRunner = args.length === 0 && process.env.GITHUB_ACTIONS === 'true';
process.exitCode = onRunner ? await run(actionsHost(process.env)) : await runCommandLine(args, process.env);
