import type { Overlay } from '../../overlay';
import { overlay as fileLog } from './file-log';

/** It finds and reads files as the receiver of logs does. */
export const overlay: Overlay = { schema: fileLog.schema };
