import {
  isLabelName,
  isMetricName,
  isPlainLabel,
  isPlainMetric,
  labelText,
  quotedText,
} from '../../src/model/label-name';

test.each([
  ['job', true, true, true],
  ['_a1', true, true, true],
  ['__name__', true, true, true],
  ['a:b', false, true, true],
  ['1a', false, false, true],
  ['my.label', false, false, true],
  ['späť', false, false, true],
  ['a\n', false, false, true],
  ['', false, false, false],
  ['\ud800', false, false, false],
])('%j is a name: of a label %s, of a metric %s, in UTF-8 %s', (name, label, metric, utf8) => {
  expect([isPlainLabel(name), isPlainMetric(name)]).toEqual([label, metric]);
  expect([isLabelName(name, 'legacy'), isMetricName(name, 'legacy')]).toEqual([label, metric]);
  expect([isLabelName(name, 'utf8'), isMetricName(name, 'utf8')]).toEqual([utf8, utf8]);
});

test('names stand between quotes where they have to, and texts always', () => {
  expect(['job', 'my.label', 'a:b'].map(labelText)).toEqual(['job', '"my.label"', '"a:b"']);
  expect(quotedText('a"b\\c\nd\te')).toBe('"a\\"b\\\\c\\nd\te"');
});
