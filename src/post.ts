import * as core from '@actions/core';
import { childEnvironment } from './host/child-environment.ts';
import { cleanUp, readLeftovers } from './host/clean-up.ts';

await cleanUp(readLeftovers(process.env), { environment: childEnvironment(process.env), log: core });
