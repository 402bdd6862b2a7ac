// Stands for the drawing process: does what the source says.
process.on('message', ({ key, source }) => {
  if (source === 'crash') process.exit(7);
  if (source === 'hang') for (;;);
  if (source === 'exit before answering') return process.disconnect();
  const message = `${source} by ${process.pid}`;
  const answer = () => process.send({ key, drawing: { kind: 'broken', line: 1, column: 1, message } });
  setTimeout(answer, source === 'slow' ? 60 : 0);
});
process.send({ ready: true });
