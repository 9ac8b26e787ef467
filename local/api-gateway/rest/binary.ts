/** Whether a content type is one of the API's binary media types. */
export const isBinary = (binaryMediaTypes: string[], contentType = ''): boolean => {
  const type = contentType.split(/[;,]/)[0]?.trim().toLowerCase() ?? '';
  return binaryMediaTypes.some((binary) => {
    const [major, minor] = binary.toLowerCase().split('/');
    return (
      binary === '*/*' || binary.toLowerCase() === type || (minor === '*' && type.startsWith(`${major}/`))
    );
  });
};
