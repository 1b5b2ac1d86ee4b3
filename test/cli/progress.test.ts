import { progressOf } from '../../src/cli/progress';

function terminal(interactive: boolean) {
  let [time, shown] = [0, ''];
  const output = {
    interactive,
    out: () => undefined,
    err: (text: string) => {
      shown += text;
    },
  };
  const progress = progressOf(output, () => time);
  const after = (milliseconds: number, says: string) => {
    time += milliseconds;
    progress.step(says);
  };
  return { after, end: () => progress.end(), shown: () => shown };
}

test('what takes less than a second is not told', () => {
  const { after, end, shown } = terminal(true);
  after(999, 'one');
  end();
  expect(shown()).toBe('');
});

test('what takes longer is told on one line, a few times a second, and wiped', () => {
  const { after, end, shown } = terminal(true);
  after(1000, 'one');
  after(50, 'two');
  after(50, 'three');
  end();
  end();
  expect(shown().split('\r\u001b[2K')).toEqual(['', 'one …', 'three …', '']);
});

test('where nobody looks, nothing is told', () => {
  const { after, end, shown } = terminal(false);
  after(5000, 'one');
  end();
  expect(shown()).toBe('');
});
