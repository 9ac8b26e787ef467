"""Prints a SAM template as the CloudFormation template that it becomes."""

import json
import os
import sys

from samtranslator.translator.managed_policy_translator import ManagedPolicyLoader
from samtranslator.translator.transform import transform
from samcli.yamlhelper import yaml_parse


class NoIam:
    """Managed policies are looked up by name only where a template names them; this one states its own."""

    def get_paginator(self, _operation):
        raise NotImplementedError("the template names a managed policy without its ARN")


def with_uploaded_code(template):
    """What `sam package` does: local paths become objects in a bucket."""
    uploads = {
        "AWS::Serverless::Function": ("CodeUri", "s3://bucket/code.zip"),
        "AWS::Serverless::LayerVersion": ("ContentUri", "s3://bucket/layer.zip"),
        "AWS::Serverless::StateMachine": ("DefinitionUri", "s3://bucket/definition.json"),
    }
    for resource in template["Resources"].values():
        if resource["Type"] in uploads:
            name, uri = uploads[resource["Type"]]
            resource["Properties"][name] = uri
    return template


os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
with open(sys.argv[1], encoding="utf-8") as file:
    source = with_uploaded_code(yaml_parse(file.read()))
print(json.dumps(transform(source, {}, ManagedPolicyLoader(NoIam())), indent=2))
