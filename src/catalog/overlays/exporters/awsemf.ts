import type { Overlay } from '../../overlay';
import { logGroup } from './awscloudwatchlogs';

export const overlay: Overlay = { schema: logGroup };
