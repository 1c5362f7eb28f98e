using System.Reflection;
using Infra.Tests.Components;
using Infra.Tests.Configuration;
using Infra.Tests.Configuration.Rules;
using Infra.Tests.Planning;
using Infra.Tests.Systems;

namespace Infra.Tests.Stack;

/// <summary>
/// Where each trap of the field notes (P1 to P40) is proven to be avoided. The identity of pipelines (P39) is none of this stack's
/// resources.
/// </summary>
public class TrapTests
{
    private static readonly int[] Elsewhere = [39];

    private static readonly (int Trap, Type Tests, string Test)[] Table =
    [
        (1, typeof(ServiceTests), nameof(ServiceTests.Service_ItsTasks_StartAfterAllTheyNeedAndEndBeforeIt)),
        (2, typeof(PhysicalNameInvariants), nameof(PhysicalNameInvariants.PhysicalName_OfWhatIsReplaced_IsRandom)),
        (3, typeof(PhysicalNameInvariants), nameof(PhysicalNameInvariants.PhysicalName_LongestApplicationName_FitsTheLimitOf32)),
        (4, typeof(ServiceTests), nameof(ServiceTests.Service_WithoutScaling_KeepsItsCountUnderControl)),
        (4, typeof(EventJobsTests), nameof(EventJobsTests.Worker_FollowsItsQueueDownToNothing)),
        (5, typeof(StructureInvariants), nameof(StructureInvariants.Awsx_Always_MakesTheVpcAndNothingElse)),
        (6, typeof(NetworkTests), nameof(NetworkTests.OwnNetwork_Outputs_AreThoseOfTheVpcByTier)),
        (7, typeof(ReachInvariants), nameof(ReachInvariants.World_Always_ReachesTheLoadBalancersWebPortsOnly)),
        (8, typeof(ServiceRoutingTests), nameof(ServiceRoutingTests.TargetGroup_MinimalConfiguration_ChecksHealthFastAndHasNoFixedName)),
        (9, typeof(StructureInvariants), nameof(StructureInvariants.Vpc_Layout_IsWrittenDownForEveryZone)),
        (10, typeof(PrivateTaskRulesTests), nameof(PrivateTaskRulesTests.MissingEndpoints_AreNamed)),
        (10, typeof(ServiceTests), nameof(ServiceTests.Service_MinimalConfiguration_IsPublicAndRollsBack)),
        (11, typeof(PermissionInvariants), nameof(PermissionInvariants.Policy_OfTheExecutionRole_ReadsExactlyTheSecretsOfTheTask)),
        (11, typeof(TaskSecretsTests), nameof(TaskSecretsTests.TaskSecrets_CustomerKeys_MayBeUsedToDecrypt)),
        (11, typeof(TaskSecretsTests), nameof(TaskSecretsTests.TaskSecrets_Reader_WaitsForTheValue)),
        (12, typeof(DatabaseTests), nameof(DatabaseTests.ParameterGroup_Tls_IsWrittenDownWhereRdsDoesOtherwise)),
        (12, typeof(DatabaseSecretTests), nameof(DatabaseSecretTests.DatabaseSecret_Content_IsTheCredentialsAndAWholeUrl)),
        (13, typeof(SecretInvariants), nameof(SecretInvariants.Password_Always_HasNoCharactersThatBreakAUrl)),
        (14, typeof(StoredSecretTests), nameof(StoredSecretTests.StoredSecret_RecoveryWindow_IsTheConfiguredOneAndTheNameRandom)),
        (15, typeof(FargateSizeTests), nameof(FargateSizeTests.EverySizeThatFargateRuns_IsKnownAndNoOther)),
        (16, typeof(DatabaseTests), nameof(DatabaseTests.Instance_FinalSnapshot_HasANameThatIsStableAndUnique)),
        (17, typeof(ConfigValueTests), nameof(ConfigValueTests.DatabaseValueBeyondItsLimits_IsRefused)),
        (18, typeof(CertificateTests), nameof(CertificateTests.ValidationRecords_Wildcard_SharesTheRecordOfItsParent)),
        (19, typeof(CertificateTests), nameof(CertificateTests.ValidationRecord_EachDomain_IsWhatTheAuthorityAsksForThatDomain)),
        (19, typeof(CertificateTests), nameof(CertificateTests.ValidationRecords_OverwriteAskedFor_TakeOverExistingOnes)),
        (20, typeof(HostedZoneTests), nameof(HostedZoneTests.HostedZone_ByName_IsLookedUpAmongPublicZonesOnly)),
        (20, typeof(CertificateTests), nameof(CertificateTests.Validation_Timeout_IsTheConfiguredOne)),
        (21, typeof(WiringTests), nameof(WiringTests.HttpsListener_Certificate_IsTheValidatedOrTheGivenOne)),
        (22, typeof(CertificateTests), nameof(CertificateTests.ValidationRecords_Preview_AreKnownBeforeTheAuthorityAnswers)),
        (23, typeof(ContainerDefinitionTests), nameof(ContainerDefinitionTests.Json_IsTheSameWhateverTheOrderOfVariablesAndContainers)),
        (23, typeof(ContainerTaskTests), nameof(ContainerTaskTests.Container_MinimalConfiguration_WritesOutWhatAwsWouldFillIn)),
        (24, typeof(ReachInvariants), nameof(ReachInvariants.SecurityGroup_Always_HasNoRulesInline)),
        (25, typeof(PhysicalNameInvariants), nameof(PhysicalNameInvariants.SecurityGroup_Description_NeverChangesSinceThatReplacesIt)),
        (26, typeof(ServiceTests), nameof(ServiceTests.Service_ItsTasks_StartAfterAllTheyNeedAndEndBeforeIt)),
        (27, typeof(ServiceTests), nameof(ServiceTests.Service_ItsTasks_StartAfterAllTheyNeedAndEndBeforeIt)),
        (28, typeof(ReachInvariants), nameof(ReachInvariants.LoadBalancer_Egress_IsTheContainerPortAndTheIdentityProvider)),
        (29, typeof(ServiceTests), nameof(ServiceTests.Service_MinimalConfiguration_IsPublicAndRollsBack)),
        (30, typeof(ServiceTests), nameof(ServiceTests.Service_Timeouts_FollowFromItsDeployment)),
        (31, typeof(EventJobsTests), nameof(EventJobsTests.Deployment_MovesTrafficInTwoStepsAndIsLeftToEcs)),
        (32, typeof(RunTaskPermissionsTests), nameof(RunTaskPermissionsTests.RunTask_IsAllowedForOneFamilyInOneClusterWithItsTwoRoles)),
        (32, typeof(EventJobsTests), nameof(EventJobsTests.Report_RunsBySchedule)),
        (33, typeof(TaskRulesTests), nameof(TaskRulesTests.ReadOnlyRootWithExec_IsAProblem)),
        (34, typeof(AccessLogsTests), nameof(AccessLogsTests.AccessLogs_Bucket_TakesLogsFromTheRegionsWriterOnly)),
        (34, typeof(LoadBalancerTests), nameof(LoadBalancerTests.AccessLogs_Configured_AreSwitchedOnOnceTheBucketTakesThem)),
        (35, typeof(ImageReferenceTests), nameof(ImageReferenceTests.Image_IsReadAndKnownToMoveOrNot)),
        (36, typeof(DataInvariants), nameof(DataInvariants.LogGroup_Always_Expires)),
        (37, typeof(NetworkRulesTests), nameof(NetworkRulesTests.WrongVpcRange_IsExplained)),
        (38, typeof(PreviewInvariants), nameof(PreviewInvariants.Preview_OfAStack_AsksOnlyWhatChangesNothing)),
        (40, typeof(DataInvariants), nameof(DataInvariants.Database_InProduction_IsProtectedAndBackedUp)),
        (40, typeof(DataInvariants), nameof(DataInvariants.LoadBalancer_InProduction_IsProtected)),
    ];

    [Fact]
    public void Table_OfTraps_HoldsEveryOneThatConcernsTheStack() =>
        Assert.Equal(Enumerable.Range(1, 40).Except(Elsewhere), Table.Select(entry => entry.Trap).Distinct());

    [Fact]
    public void Table_OfTraps_NamesTestsThatRun() => Assert.All(Table, entry =>
        Assert.NotNull(entry.Tests.GetMethod(entry.Test)!.GetCustomAttribute<FactAttribute>()));
}
