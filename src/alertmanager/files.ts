/** The folder of the configuration in a pod, in which the files of templates are, too. */
export const configFolder = '/etc/alertmanager/config';

/** The file of the configuration there. */
export const configFile = 'alertmanager.yaml';

/** Where the entries of Secrets and ConfigMaps are mounted: as the Prometheus operator does it, and so do plain objects. */
export const mountFolders = { secret: '/etc/alertmanager/secrets', configMap: '/etc/alertmanager/configmaps' } as const;
