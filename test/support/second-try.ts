// These suites drive real servers in real time on machines that others use too. A test that fails is tried once more, and
// what it said the first time is printed, so that a rare race is seen and not hidden.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
