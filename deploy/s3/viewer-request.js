// A CloudFront function, for "viewer request": a bucket has no folders, so it is asked for the page in one.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name
function handler(event) {
  const request = event.request;
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last === '') request.uri += 'index.html';
  else if (!last.includes('.'))
    return {
      statusCode: 301,
      statusDescription: 'Moved',
      headers: { location: { value: `${request.uri}/` } },
    };
  return request;
}
