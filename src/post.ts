import { cleanUp } from './host/clean-up.ts';

await cleanUp(process.env);
