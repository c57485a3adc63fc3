import { z } from 'zod';

// Zod compiles schemas with `new Function` where it may; a strict policy forbids even the attempt.
z.config({ jitless: true });

export { z };
