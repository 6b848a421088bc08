import { run } from './app.ts';
import { actionsHost } from './host/actions.ts';

process.exitCode = await run(actionsHost(process.env));
