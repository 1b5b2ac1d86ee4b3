/** The names of OTLP's enumerations, as its JSON may hold them. */
type Names = Readonly<Record<string, number>>;

const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const stepsPerLevel = 4;

export const severityNumbers: Names = Object.fromEntries([
  ['SEVERITY_NUMBER_UNSPECIFIED', 0],
  ...levels.flatMap((level, i) =>
    Array.from({ length: stepsPerLevel }, (_, step) => [
      `SEVERITY_NUMBER_${level}${step === 0 ? '' : step + 1}`,
      i * stepsPerLevel + step + 1,
    ]),
  ),
]);

export const spanKinds: Names = {
  SPAN_KIND_UNSPECIFIED: 0,
  SPAN_KIND_INTERNAL: 1,
  SPAN_KIND_SERVER: 2,
  SPAN_KIND_CLIENT: 3,
  SPAN_KIND_PRODUCER: 4,
  SPAN_KIND_CONSUMER: 5,
};

export const statusCodes: Names = { STATUS_CODE_UNSET: 0, STATUS_CODE_OK: 1, STATUS_CODE_ERROR: 2 };

export const temporalities: Names = {
  AGGREGATION_TEMPORALITY_UNSPECIFIED: 0,
  AGGREGATION_TEMPORALITY_DELTA: 1,
  AGGREGATION_TEMPORALITY_CUMULATIVE: 2,
};
