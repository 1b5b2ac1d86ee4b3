import { webPort } from '../workload/server';

/** The port that people and Prometheus use. */
export const web = webPort(9093);

/** The port between the pods of an Alertmanager. */
export const meshPort = 9094;
