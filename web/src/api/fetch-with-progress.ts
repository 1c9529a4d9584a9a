/** A `fetch` that tells how much of the request has been sent, in percent: uploads over a phone's line take a while. */
export const fetchWithProgress =
  (onPercent: (percent: number) => void) =>
  async (request: Request): Promise<Response> => {
    const body = await request.blob();
    return new Promise((done, fail) => {
      const call = new XMLHttpRequest();
      call.open(request.method, request.url);
      request.headers.forEach((value, name) => {
        call.setRequestHeader(name, value);
      });
      call.responseType = 'blob';
      call.upload.onprogress = ({ loaded, total }) => onPercent(Math.round((loaded / (total || 1)) * 100));
      call.onload = () => {
        const type = call.getResponseHeader('content-type') ?? 'application/json';
        done(new Response(call.response, { status: call.status, headers: { 'content-type': type } }));
      };
      call.onerror = () => fail(new TypeError('the connection was lost'));
      call.send(body);
    });
  };
