using System.Reflection;
using Infra.Tests.Components;
using Infra.Tests.Configuration.Rules;
using Infra.Tests.Documentation;
using Infra.Tests.Planning;
using Infra.Tests.Stack;

namespace Infra.Tests.Systems;

/// <summary>Where each capability of the source documents (S1 to S71) is proven.</summary>
public class CapabilityTests
{
    private static readonly (int Row, Type Tests, string Test)[] Table =
    [
        // Network and security groups
        (1, typeof(DekartTests), nameof(DekartTests.Network_IsTwoZonesWithPublicTasksAndNoNat)),
        (2, typeof(StructureInvariants), nameof(StructureInvariants.Vpc_Layout_IsWrittenDownForEveryZone)),
        (3, typeof(SubnetPlanTests), nameof(SubnetPlanTests.For_GivesEveryZoneItsRanges)),
        (4, typeof(DekartTests), nameof(DekartTests.Network_IsTwoZonesWithPublicTasksAndNoNat)),
        (5, typeof(DekartTests), nameof(DekartTests.Network_IsTwoZonesWithPublicTasksAndNoNat)),
        (6, typeof(NetworkTests), nameof(NetworkTests.ExistingNetwork_Outputs_AreTheGivenIds)),
        (7, typeof(StructureInvariants), nameof(StructureInvariants.Vpc_Layout_IsWrittenDownForEveryZone)),
        (8, typeof(ReachInvariants), nameof(ReachInvariants.Rule_BehindTheLoadBalancer_NamesAGroupAndNoAddresses)),
        (9, typeof(ReachInvariants), nameof(ReachInvariants.World_Always_ReachesTheLoadBalancersWebPortsOnly)),
        (10, typeof(SecurityGroupsTests), nameof(SecurityGroupsTests.SecurityGroups_ConnectionBetweenGroups_IsARuleAtBothEnds)),
        (11, typeof(SecurityGroupsTests), nameof(SecurityGroupsTests.SecurityGroups_Database_IsReachedByTheTasksThatUseItOnly)),
        (12, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Nodes_ReachEachOtherAndNobodyElseReachesThem)),
        (13, typeof(EcsGuideTests), nameof(EcsGuideTests.NetworkAndLoadBalancer_AreThoseThatExist)),
        (14, typeof(DateroTests), nameof(DateroTests.Network_IsDualStack)),

        // Database
        (15, typeof(DekartTests), nameof(DekartTests.Database_IsPostgresOnItsPort)),
        (16, typeof(DatabaseTests), nameof(DatabaseTests.SubnetGroup_Always_HoldsTheIsolatedSubnets)),
        (17, typeof(DatabaseTests), nameof(DatabaseTests.Password_Always_IsLongAndFitsAUrl)),
        (18, typeof(DatabaseSecretTests), nameof(DatabaseSecretTests.DatabaseSecret_Content_IsTheCredentialsAndAWholeUrl)),
        (19, typeof(DekartTests), nameof(DekartTests.Container_IsToldItsDatabaseStorageAndSource)),
        (20, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Nodes_KnowWhereTheyRun)),
        (21, typeof(DateroTests), nameof(DateroTests.SuperuserPassword_IsGeneratedAndKeptSecret)),
        (22, typeof(DataInvariants), nameof(DataInvariants.Database_InProduction_IsProtectedAndBackedUp)),

        // DNS, TLS, load balancer
        (23, typeof(HostedZoneTests), nameof(HostedZoneTests.HostedZone_ByName_IsLookedUpAmongPublicZonesOnly)),
        (24, typeof(DekartTests), nameof(DekartTests.Certificate_IsValidatedByRecordsOfAMinute)),
        (25, typeof(DekartTests), nameof(DekartTests.Certificate_IsValidatedByRecordsOfAMinute)),
        (26, typeof(WiringTests), nameof(WiringTests.HttpsListener_Certificate_IsTheValidatedOrTheGivenOne)),
        (27, typeof(LoadBalancerTests), nameof(LoadBalancerTests.LoadBalancer_Default_IsPublicAndDropsInvalidHeaders)),
        (28, typeof(ServiceRoutingTests), nameof(ServiceRoutingTests.TargetGroup_MinimalConfiguration_ChecksHealthFastAndHasNoFixedName)),
        (29, typeof(LoadBalancerTests), nameof(LoadBalancerTests.Listeners_WithCertificate_SendHttpToHttps)),
        (30, typeof(LoadBalancerTests), nameof(LoadBalancerTests.Listeners_WithCertificate_ServeHttpsWithACurrentPolicyAndAreClosed)),
        (31, typeof(DekartTests), nameof(DekartTests.SignIn_IsByCognitoWithTheScopeOfTheDocument)),
        (32, typeof(LiveBeatsTests), nameof(LiveBeatsTests.HealthCheck_IsThatOfTheDocument)),
        (33, typeof(LiveBeatsTests), nameof(LiveBeatsTests.WithoutADomain_HttpIsAllThereIs)),
        (34, typeof(EcsGuideTests), nameof(EcsGuideTests.Rule_OpensTheSharedListenerForOneHost)),
        (34, typeof(EcsGuideTests), nameof(EcsGuideTests.ExistingTargetGroup_IsJoinedWithoutRules)),
        (34, typeof(EventJobsTests), nameof(EventJobsTests.Services_ShareTheLoadBalancerByHost)),
        (35, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Nodes_KnowWhereTheyRun)),
        (36, typeof(DateroTests), nameof(DateroTests.Database_IsReachedThroughANetworkLoadBalancerByNobodyUnlessNamed)),

        // Cluster, task, service
        (37, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Cluster_IsWatched)),
        (38, typeof(EcsGuideTests), nameof(EcsGuideTests.Capacity_IsAStrategyOfProviders)),
        (39, typeof(DateroTests), nameof(DateroTests.Tasks_RunOnInstancesThatTheCapacityProviderManages)),
        (39, typeof(DateroTests), nameof(DateroTests.HostNetwork_SharesThatOfTheInstance)),
        (39, typeof(DateroTests), nameof(DateroTests.Tasks_HaveAnAddressOfTheirOwnAndNoPublicOne)),
        (40, typeof(DekartTests), nameof(DekartTests.Task_IsAQuarterOfAVirtualCpuOnPort8080)),
        (41, typeof(FargateSizeTests), nameof(FargateSizeTests.EverySizeThatFargateRuns_IsKnownAndNoOther)),
        (42, typeof(EcsGuideTests), nameof(EcsGuideTests.Image_IsInARepositoryOfTheStack)),
        (43, typeof(DekartTests), nameof(DekartTests.Container_IsToldItsDatabaseStorageAndSource)),
        (43, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Nodes_KnowWhereTheyRun)),
        (44, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Secrets_ComeFromParametersByPath)),
        (44, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Secrets_OfTheExample_AreParametersAndWhatTheStackMakes)),
        (45, typeof(DekartTests), nameof(DekartTests.Task_IsAQuarterOfAVirtualCpuOnPort8080)),
        (46, typeof(EcsGuideTests), nameof(EcsGuideTests.Container_IsStartedAgainAndKeepsItsData)),
        (47, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Task_IsTheSmallestWithScratchSpaceBeyondWhatIsFree)),
        (48, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Uploads_AreOnAFileSystemThatLasts)),
        (48, typeof(EcsGuideTests), nameof(EcsGuideTests.Container_IsStartedAgainAndKeepsItsData)),
        (48, typeof(EventJobsTests), nameof(EventJobsTests.Files_AreSharedOverAllZones)),
        (49, typeof(ServiceTests), nameof(ServiceTests.Service_MinimalConfiguration_IsPublicAndRollsBack)),
        (50, typeof(LiveBeatsTests), nameof(LiveBeatsTests.FirstDeployment_MayHaveNoTasks)),
        (51, typeof(ServiceTests), nameof(ServiceTests.Service_MinimalConfiguration_IsPublicAndRollsBack)),
        (52, typeof(DateroTests), nameof(DateroTests.OneOffTask_HasItsCommandAmongTheOutputs)),

        // Rights, operation, scaling, jobs
        (53, typeof(TaskRolesTests), nameof(TaskRolesTests.ExecutionRole_PublicImageWithoutSecrets_MayWriteItsLogOnly)),
        (54, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Secrets_ComeFromParametersByPath)),
        (54, typeof(PermissionInvariants), nameof(PermissionInvariants.Policy_OfTheExecutionRole_ReadsExactlyTheSecretsOfTheTask)),
        (55, typeof(DekartTests), nameof(DekartTests.Application_MayAskAthenaAndReadItsSources)),
        (56, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Nodes_MayAskForEachOtherAndForAShell)),
        (57, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Nodes_MayAskForEachOtherAndForAShell)),
        (58, typeof(TaskRolesTests), nameof(TaskRolesTests.Roles_Always_AreTwoThatOnlyTasksAssume)),
        (59, typeof(DataInvariants), nameof(DataInvariants.Bucket_Always_IsClosedEncryptedAndItsOwners)),
        (60, typeof(DekartTests), nameof(DekartTests.Application_MayAskAthenaAndReadItsSources)),
        (61, typeof(ExecShellTests), nameof(ExecShellTests.ExecCommand_ExecOn_OpensAShellInARunningTask)),
        (62, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Migration_EndsWellBeforeTheApplicationStarts)),
        (62, typeof(LiveBeatsTests), nameof(LiveBeatsTests.Migration_CanBeRunByItself)),
        (63, typeof(DateroTests), nameof(DateroTests.OneOffTask_HasItsCommandAmongTheOutputs)),
        (64, typeof(EventJobsTests), nameof(EventJobsTests.Scaling_TracksAMeasure)),
        (64, typeof(ServiceScalingTests), nameof(ServiceScalingTests.Tracking_Measure_IsKeptAtItsValue)),
        (64, typeof(EventJobsTests), nameof(EventJobsTests.Scaling_TracksTheRequestsOfBothTargetGroups)),
        (64, typeof(EventJobsTests), nameof(EventJobsTests.Scaling_GoesInSteps)),
        (64, typeof(EventJobsTests), nameof(EventJobsTests.Scaling_GoesToZeroEveryNight)),
        (65, typeof(InstanceCapacityTests), nameof(InstanceCapacityTests.Provider_LetsEcsStartAndEmptyInstances)),
        (66, typeof(EventJobsTests), nameof(EventJobsTests.Report_RunsBySchedule)),
        (66, typeof(EventJobsTests), nameof(EventJobsTests.Thumbnails_RunForEachNewObject)),
        (66, typeof(EventJobsTests), nameof(EventJobsTests.Worker_FollowsItsQueueDownToNothing)),
        (67, typeof(InstanceCapacityTests), nameof(InstanceCapacityTests.Role_MayJoinTheClusterAndOpenSessionsAndReadNoParameters)),
        (67, typeof(EventJobsTests), nameof(EventJobsTests.EachTask_HasARoleOfItsOwn)),
        (68, typeof(ReadmeTests), nameof(ReadmeTests.Readme_ConfigurationReference_IsWhatTheRecordsSay)),
        (69, typeof(OutputTests), nameof(OutputTests.Output_OfAStack_IsWhatItsNameSays)),
        (69, typeof(EventJobsTests), nameof(EventJobsTests.TaskThatStopsWithAnError_IsMailed)),
        (69, typeof(EventJobsTests), nameof(EventJobsTests.Stack_IsWatchedAndBackedUp)),
        (70, typeof(ReadmeTests), nameof(ReadmeTests.Readme_ConfigurationReference_SaysWhatPartsCost)),
        (71, typeof(RegionRulesTests), nameof(RegionRulesTests.ZoneOfAnotherRegion_IsAProblem)),
    ];

    [Fact]
    public void Table_OfCapabilities_HoldsEveryOne() =>
        Assert.Equal(Enumerable.Range(1, 71), Table.Select(entry => entry.Row).Distinct());

    [Fact]
    public void Table_OfCapabilities_NamesTestsThatRun() => Assert.All(Table, entry =>
        Assert.NotNull(entry.Tests.GetMethod(entry.Test)!.GetCustomAttribute<FactAttribute>()));
}
