import { cleanUpAfterMain } from './docker/clean-up.ts';
import { outliveClosedOutput } from './host/closed-output.ts';

outliveClosedOutput(process);
await cleanUpAfterMain(process.env);
