"""Calls the operations on security actions with the Python SDK for the beta version of Microsoft Graph."""

import asyncio
import json
import os
import time
import uuid
from urllib.parse import urlsplit

from azure.core.credentials import AccessToken
from azure.core.exceptions import ClientAuthenticationError
from azure.identity import ClientSecretCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_serialization_json.json_serialization_writer import JsonSerializationWriter
from msgraph_beta import GraphServiceClient
from msgraph_beta.generated.models.key_value_pair import KeyValuePair
from msgraph_beta.generated.models.o_data_errors.o_data_error import ODataError
from msgraph_beta.generated.models.operation_status import OperationStatus
from msgraph_beta.generated.models.security_action import SecurityAction
from msgraph_beta.generated.models.security_vendor_information import SecurityVendorInformation
from msgraph_beta.generated.security.security_actions.item.security_action_item_request_builder import (
    SecurityActionItemRequestBuilder as Item,
)
from msgraph_beta.generated.security.security_actions.security_actions_request_builder import (
    SecurityActionsRequestBuilder as Actions,
)
from msgraph_core.tasks.page_iterator import PageIterator

given = os.environ
CHANGED = "Changed"


def credential_of(client, secret, authority="AUTHORITY"):
    """The credential of the permission page, with another authority."""
    return ClientSecretCredential(
        tenant_id=given["TENANT_ID"],
        client_id=client,
        client_secret=secret,
        authority=given[authority],
        disable_instance_discovery=True,
    )


def client_of(credential, base_url="BASE_URL"):
    """The client of the permission page, with another base URL."""
    scopes = ["https://graph.microsoft.com/.default"]
    client = GraphServiceClient(credential, scopes)
    client.request_adapter.base_url = given[base_url]
    return client


class FixedToken:
    """A credential whose token is always the same."""

    def __init__(self, token):
        self.token = token

    def get_token(self, *scopes, **options):
        return AccessToken(self.token, int(time.time()) + 3600)


graph = client_of(credential_of(given["CLIENT_ID"], given["CLIENT_SECRET"]))
actions = graph.security.security_actions


def body(context):
    return SecurityAction(
        name="BlockIp",
        action_reason="Test",
        client_context=context,
        parameters=[KeyValuePair(name="IP", value="192.0.2.1")],
        vendor_information=SecurityVendorInformation(vendor="Microsoft", provider="Windows Defender ATP"),
    )


def unique(name):
    return f"{name} {uuid.uuid4()}"


async def create(context, client=graph):
    return await client.security.security_actions.post(body(context))


async def create_three(context):
    return [(await create(context)).id for _ in range(3)]


async def read(action_id):
    return await actions.by_security_action_id(action_id).get()


async def listed(prefer=None, **options):
    query = Actions.SecurityActionsRequestBuilderGetQueryParameters(**options)
    configuration = RequestConfiguration(query_parameters=query)
    if prefer:
        configuration.headers.add("Prefer", prefer)
    return await actions.get(request_configuration=configuration)


async def iterate(first, prefer=None):
    seen = []
    iterator = PageIterator(first, graph.request_adapter)
    if prefer:
        iterator.headers.add("Prefer", prefer)
    await iterator.iterate(lambda action: seen.append(action.id) is None)
    return seen


async def refused(performed, kind, status=None):
    try:
        await performed
    except kind as error:
        same(status, getattr(error, "response_status_code", None))
        return error
    raise AssertionError("the call succeeded")


def same(expected, received):
    assert expected == received, f"expected {expected}, received {received}"


def shown(action):
    """The properties of an action as JSON, without those that an update of its reason changes."""
    writer = JsonSerializationWriter()
    action.serialize(writer)
    properties = json.loads(writer.get_serialized_content())
    return {name: properties[name] for name in properties if name not in ("actionReason", "lastActionDateTime")}


async def call_create():
    context = unique("create")
    action = await create(context)
    same((context, "BlockIp", given["CLIENT_ID"]), (action.client_context, action.name, action.app_id))
    same((OperationStatus.NotStarted, "192.0.2.1"), (action.status, action.parameters[0].value))


async def call_get():
    created = await create(unique("get"))
    same(shown(created), shown(await read(created.id)))


async def call_list():
    created = await create(unique("list"))
    assert created.id in [one.id for one in (await listed()).value]


async def call_update():
    created = await create(unique("update"))
    change = SecurityAction(action_reason=CHANGED, status=OperationStatus.Running)
    updated = await actions.by_security_action_id(created.id).patch(change)
    same((CHANGED, OperationStatus.Running), (updated.action_reason, updated.status))


async def call_cancel():
    created = await create(unique("cancel"))
    await actions.by_security_action_id(created.id).cancel_security_action.post()
    assert (await read(created.id)).status != OperationStatus.NotStarted


async def call_write():
    created = await create(unique("write"))
    action = await read(created.id)
    action.action_reason = CHANGED
    await actions.by_security_action_id(action.id).patch(action)
    after = await read(action.id)
    same(CHANGED, after.action_reason)
    same(shown(action), shown(after))


async def call_pages():
    created = await create_three(unique("pages"))
    prefer = "odata.maxpagesize=2"
    first = await listed(prefer)
    same(2, len(first.value))
    seen = await iterate(first, prefer)
    same(created, seen[-3:])
    same(len(seen), len(set(seen)))


async def call_top():
    await create_three(unique("top"))
    same(2, len((await listed(top=2)).value))


async def call_pages_of_top():
    context = unique("top")
    created = await create_three(context)
    same(created, await iterate(await listed(top=2, filter=f"clientContext eq '{context}'")))


async def call_select():
    created = await create(unique("select"))
    query = Item.SecurityActionItemRequestBuilderGetQueryParameters(select=["id", "name"])
    configuration = RequestConfiguration(query_parameters=query)
    action = await actions.by_security_action_id(created.id).get(request_configuration=configuration)
    same((created.id, "BlockIp", None, None), (action.id, action.name, action.status, action.parameters))


async def call_filter():
    context = unique("filter")
    created = await create_three(context)
    same(created, [one.id for one in (await listed(filter=f"clientContext eq '{context}'")).value])


async def call_orderby():
    contexts = [unique(name) for name in "bca"]
    for context in contexts:
        await create(context)
    received = [one.client_context for one in (await listed(orderby=["clientContext desc"])).value]
    same(sorted(received, reverse=True), received)
    same(sorted(contexts, reverse=True), [one for one in received if one in contexts])


async def call_count():
    context = unique("count")
    await create_three(context)
    page = await listed(count=True, top=1, filter=f"clientContext eq '{context}'")
    same(3, page.odata_count)


async def call_unknown():
    error = await refused(read("00000000-0000-4000-8000-000000000000"), ODataError, 404)
    assert error.error.code


async def call_forbidden():
    reader = client_of(credential_of(given["READER_ID"], given["READER_SECRET"]))
    await refused(create(unique("forbidden"), reader), ODataError, 403)


async def call_wrong_secret():
    client = client_of(credential_of(given["CLIENT_ID"], "wrong"))
    await refused(client.security.security_actions.get(), ClientAuthenticationError)


async def call_wrong_token():
    await refused(client_of(FixedToken("wrong")).security.security_actions.get(), ODataError, 401)


async def call_expired_token():
    client = client_of(FixedToken(given["EXPIRED_TOKEN"]))
    await refused(client.security.security_actions.get(), ODataError, 401)


async def call_renewed_token():
    credential = credential_of(given["CLIENT_ID"], given["CLIENT_SECRET"], "SHORT_LIVED_AUTHORITY")
    client = client_of(credential, "SHORT_LIVED_BASE_URL")
    await client.security.security_actions.get()
    await asyncio.sleep(5)
    await client.security.security_actions.get()


async def call_throttled():
    credential = credential_of(given["CLIENT_ID"], given["CLIENT_SECRET"], "THROTTLED_AUTHORITY")
    client = client_of(credential, "THROTTLED_BASE_URL")
    await client.security.security_actions.get()
    created = await create(unique("throttled"), client)
    page = await client.security.security_actions.get()
    same([created.id], [one.id for one in page.value])


calls = {
    "create": call_create,
    "get": call_get,
    "list": call_list,
    "update": call_update,
    "cancel": call_cancel,
    "read, modify and write a whole action": call_write,
    "iterate over pages": call_pages,
    "$top": call_top,
    "iterate over pages of $top": call_pages_of_top,
    "$select": call_select,
    "$filter": call_filter,
    "$orderby": call_orderby,
    "$count": call_count,
    "an action that does not exist": call_unknown,
    "a caller without the permission": call_forbidden,
    "a wrong secret": call_wrong_secret,
    "a wrong token": call_wrong_token,
    "an expired token": call_expired_token,
    "a token that is renewed": call_renewed_token,
    "429 with Retry-After": call_throttled,
}


async def main():
    for call, perform in calls.items():
        try:
            await perform()
            print(json.dumps({"call": call}), flush=True)
        except Exception as error:  # Every problem is a result.
            print(json.dumps({"call": call, "problem": f"{type(error).__name__}: {error}"}), flush=True)


asyncio.run(main())
