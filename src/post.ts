import { cleanUpAfterMain } from './host/clean-up.ts';

await cleanUpAfterMain(process.env);
