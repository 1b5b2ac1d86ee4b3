import { tool } from '../../tools/locate';

// For the rules that examples test.
process.env.PROMTOOL = tool('promtool');
