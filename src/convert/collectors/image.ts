import { type Release, releases } from '../../model/release';

/** What the images of collectors are called: those of the project, of clouds, and of vendors. */
const collectorName =
  /(?:^|\/)(?:opentelemetry-collector|otel-collector|otelcol|otelcontribcol|aws-otel-collector|adot-collector|splunk-otel-collector|mdai-collector)(?:-[a-z0-9-]+)?(?:[:@]|$)/;

/** Whether an image is that of a collector, by its name. */
export function isCollectorImage(image: string): boolean {
  return collectorName.test(image);
}

// Of these names the tag is the release; others count their own.
const projectName =
  /(?:^|\/)(?:opentelemetry-collector|otelcol)(?:-[a-z0-9-]+)?:v?(\d+\.\d+\.\d+)(?:-[a-z0-9]+)?(?:@|$)/;

/** The release that an image's tag names, where this library knows that. */
export function releaseOfImage(image: string): Release | undefined {
  const version = projectName.exec(image)?.[1];
  return releases.find((release) => release === version);
}
