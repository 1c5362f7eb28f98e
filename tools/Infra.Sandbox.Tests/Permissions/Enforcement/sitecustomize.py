"""Makes moto check IAM for the requests of the AWS provider. Python loads it when moto_server starts with this folder in PYTHONPATH.

moto evaluates the policies. Only the caller is fixed: signatures are not checked, and requests of the sandbox and the tests are not
authorized, because they have no signature.
"""

import os

from moto.core.authorization import ActionAuthenticatorMixin
from moto.iam import access_control
from moto.s3.exceptions import S3ClientError
from moto.s3.responses import ACTION_MAP

POLICY_FILE = os.environ["ENFORCED_POLICY"]
CHECKS_FILE = os.environ["ENFORCED_POLICY_CHECKS"]

# Sub-resources of buckets that moto takes for the bucket itself.
S3_ACTIONS = {
    "GET": {
        "encryption": "GetEncryptionConfiguration",
        "object-lock": "GetBucketObjectLockConfiguration",
        "ownershipControls": "GetBucketOwnershipControls",
        "publicAccessBlock": "GetBucketPublicAccessBlock",
        "replication": "GetReplicationConfiguration",
        "requestPayment": "GetBucketRequestPayment",
    },
    "HEAD": {"DEFAULT": "ListBucket"},
    "PUT": {
        "encryption": "PutEncryptionConfiguration",
        "ownershipControls": "PutBucketOwnershipControls",
        "publicAccessBlock": "PutBucketPublicAccessBlock",
    },
    "DELETE": {
        "encryption": "PutEncryptionConfiguration",
        "ownershipControls": "PutBucketOwnershipControls",
        "publicAccessBlock": "PutBucketPublicAccessBlock",
    },
}


class AccessDenied(S3ClientError):
    code = 403


class Deployer:
    """The identity of every request: it has the policy in the file, which a test may change at any time."""

    arn = "arn:aws:iam::123456789012:role/bootstrap/deploy"

    def collect_policies(self):
        with open(POLICY_FILE) as file:
            return [file.read()]


authorize = ActionAuthenticatorMixin._authenticate_and_authorize_action
check_action_permitted = access_control.IAMRequestBase.check_action_permitted


def authorize_provider_only(self, iam_request_cls, resource="*"):
    if "HashiCorp" in self.headers.get("User-Agent", ""):
        authorize(self, iam_request_cls, resource)


def check_and_log(self, resource):
    answer = "denied"
    try:
        check_action_permitted(self, resource)
        answer = "granted"
    finally:
        with open(CHECKS_FILE, "a") as file:
            file.write(f"{answer} {self._action}\n")


def name_action(self):
    """Like AWS; moto's own error of S3 does not name the action."""
    raise AccessDenied("AccessDenied", f"User: {Deployer.arn} is not authorized to perform: {self._action}")


for method, actions in S3_ACTIONS.items():
    ACTION_MAP["BUCKET"][method].update(actions)
ActionAuthenticatorMixin._authenticate_and_authorize_action = authorize_provider_only
access_control.create_access_key = lambda **_: Deployer()
access_control.IAMRequestBase.check_signature = lambda self: None
access_control.IAMRequestBase.check_action_permitted = check_and_log
access_control.S3IAMRequest._raise_access_denied = name_action
