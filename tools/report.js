const { writeFileSync } = require('node:fs');

/** A jest reporter: how many tests passed and failed, as JSON in the file that JEST_REPORT names. */
module.exports = class Report {
  onRunComplete(_, { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites }) {
    const file = process.env.JEST_REPORT;
    if (!file) return;
    const skipped = numPendingTests + numTodoTests;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    writeFileSync(file, JSON.stringify({ passed: numPassedTests, failed, skipped }));
  }
};
