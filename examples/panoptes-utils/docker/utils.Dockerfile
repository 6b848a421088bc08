# The library on the base image. `base` is a named context: the image that is built in the same run, or the published one.
# setuptools_scm reads the version from git's tags, so the history is part of the build; the image has neither.
FROM --platform=$BUILDPLATFORM python:3.11-slim-bookworm AS package
RUN python -m pip install --no-cache-dir "setuptools>=66" "setuptools-scm>=7" wheel
RUN command -v git || { apt-get update && apt-get install --yes --no-install-recommends git; }
WORKDIR /src
COPY . .
RUN python -m pip install --no-cache-dir --no-compile --no-deps --no-build-isolation --target /opt/panoptes .

FROM base
COPY --from=package /opt/panoptes /opt/panoptes
ENV PYTHONPATH=/opt/panoptes PATH=/opt/panoptes/bin:$PATH
COPY tests tests
USER nobody
CMD ["panoptes-utils", "--help"]
